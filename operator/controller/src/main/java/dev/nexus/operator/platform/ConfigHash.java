package dev.nexus.operator.platform;

import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.platform.desired.Hash;
import dev.nexus.operator.platform.desired.Redis;
import dev.nexus.operator.platform.desired.ServiceConfiguration;
import dev.nexus.operator.platform.settings.Inputs;
import dev.nexus.operator.platform.settings.Settings;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Hash of what a service reads at its start: its configuration and the Secrets behind its
 * environment. Certificates are not part of it: they are reloaded.
 */
final class ConfigHash {

  private final Inputs inputs;
  private final Settings settings;

  ConfigHash(Inputs inputs, Settings settings) {
    this.inputs = inputs;
    this.settings = settings;
  }

  /** Of what Redis reads at its start, which it never reads again: password and certificate. */
  String ofRedis() {
    return Hash.of(
        inputs.secret(settings.names().redis(), Redis.PASSWORD_KEY).orElse(""),
        inputs.secret(settings.names().redisTls(), "tls.crt").orElse(""));
  }

  String of(NexusService service) {
    String properties =
        Objects.requireNonNull(
            ServiceConfiguration.configMap(settings, service)
                .getData()
                .get(ServiceConfiguration.FILE));
    List<String> secrets =
        SecretNeeds.ofService(settings, service).stream()
            .map(name -> new TreeMap<>(inputs.secrets().getOrDefault(name, java.util.Map.of())))
            .map(Object::toString)
            .toList();
    return Hash.of(Stream.concat(Stream.of(properties), secrets.stream()).toArray(String[]::new));
  }
}
