package dev.nexus.operator.platform;

import dev.nexus.operator.OperatorConfig;
import dev.nexus.operator.api.v1alpha1.NexusPlatform;
import dev.nexus.operator.platform.settings.Inputs;
import dev.nexus.operator.platform.settings.Installation;
import dev.nexus.operator.platform.settings.Settings;
import dev.nexus.operator.platform.settings.SettingsResolver;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads everything that a reconcile needs. All reading is here. */
@ApplicationScoped
class InputsGatherer {

  private final KubernetesClient client;
  private final Caches caches;
  private final ApiDiscovery discovery;
  private final Installation installation;

  InputsGatherer(
      KubernetesClient client, Caches caches, ApiDiscovery discovery, OperatorConfig config) {
    this.client = client;
    this.caches = caches;
    this.discovery = discovery;
    this.installation =
        new Installation(
            config.platformVersion(),
            config.images().registry(),
            config.images().postgres(),
            config.images().redis(),
            config.images().keycloak(),
            config.namespace(),
            config.monitoringNamespace());
  }

  /** The inputs as they are now. */
  Inputs gather(NexusPlatform platform) {
    Inputs known = new Inputs(platform, installation, discovery.served(), Map.of());
    Settings settings = SettingsResolver.resolve(known);
    Map<String, Map<String, String>> secrets = new HashMap<>();
    for (String name : SecretNeeds.of(settings)) {
      read(settings.names().namespace(), name).ifPresent(data -> secrets.put(name, data));
    }
    return new Inputs(platform, installation, known.apis(), secrets);
  }

  /** From the cache when the Secret carries our label; by name when it is the user's. */
  private Optional<Map<String, String>> read(String namespace, String name) {
    return caches
        .in(namespace)
        .find("v1", "Secret", name)
        .map(secret -> decode(data(secret)))
        .or(
            () ->
                Optional.ofNullable(client.secrets().inNamespace(namespace).withName(name).get())
                    .map(Secret::getData)
                    .map(InputsGatherer::decode));
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Map<String, String> data(GenericKubernetesResource secret) {
    return (Map<String, String>) secret.getAdditionalProperties().get("data");
  }

  private static Map<String, String> decode(@Nullable Map<String, String> data) {
    Map<String, String> decoded = new HashMap<>();
    if (data != null) {
      data.forEach(
          (key, value) ->
              decoded.put(
                  key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
    }
    return decoded;
  }
}
