package dev.nexus.operator.platform.desired;

import dev.nexus.operator.api.v1alpha1.NetworkPeer;
import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.platform.settings.KeycloakSettings;
import dev.nexus.operator.platform.settings.RedisSettings;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a service is told: its {@code application.properties}. Secrets are not in it. */
public final class ServiceConfiguration {

  public static final String FILE = "application.properties";

  static final String POSTGRES_CA = "/etc/nexus/postgres/ca.crt";
  static final String REDIS_CA = "/etc/nexus/redis/ca.crt";
  static final String KEYCLOAK_CA = "/etc/nexus/keycloak/ca.crt";

  private ServiceConfiguration() {}

  /** The ConfigMap that is mounted as the service's configuration. */
  public static ConfigMap configMap(Settings settings, NexusService service) {
    return new ConfigMapBuilder()
        .withMetadata(Metadata.of(settings, service))
        .addToData(FILE, text(properties(settings, service)))
        .build();
  }

  static Map<String, String> properties(Settings settings, NexusService service) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("quarkus.http.host", "0.0.0.0");
    properties.put("quarkus.http.port", Integer.toString(service.port()));
    properties.put("quarkus.management.host", "0.0.0.0");
    properties.put("quarkus.management.port", Integer.toString(NexusService.MANAGEMENT_PORT));
    properties.put("quarkus.log.level", settings.release().logLevel().name());
    putIdentity(properties, settings.keycloak());
    if (service.needs(NexusService.Need.DATABASE)) {
      properties.put("nexus.database.url", Database.of(settings, service, POSTGRES_CA).url());
    }
    if (service.needs(NexusService.Need.REDIS)) {
      putRedis(properties, settings);
    }
    for (NexusService peer : service.peers()) {
      properties.put("nexus.peers." + peer.id() + ".url", settings.url(peer));
    }
    if (service == NexusService.WEBHOOK) {
      putAllowedNetworks(properties, settings);
    }
    return properties;
  }

  private static void putIdentity(Map<String, String> properties, KeycloakSettings keycloak) {
    properties.put("nexus.oidc.issuer", keycloak.issuer());
    String internal = keycloak.internalUrl() + "/realms/" + KeycloakSettings.REALM;
    if (!internal.equals(keycloak.issuer())) {
      properties.put("nexus.oidc.url", internal);
    }
    if (keycloak instanceof KeycloakSettings.External external) {
      properties.put("quarkus.oidc.tls.tls-configuration-name", "keycloak");
      putTrust(properties, "keycloak", external.ca().map(ref -> KEYCLOAK_CA));
    }
  }

  /** A TLS configuration that trusts the given authority, or else the well-known ones. */
  private static void putTrust(
      Map<String, String> properties, String name, Optional<String> authority) {
    String prefix = "quarkus.tls." + name;
    authority.ifPresentOrElse(
        file -> properties.put(prefix + ".trust-store.pem.certs", file),
        () -> properties.put(prefix + ".trust-all", "false"));
  }

  private static void putRedis(Map<String, String> properties, Settings settings) {
    RedisSettings redis = settings.redis();
    properties.put("nexus.redis.client-type", redis.cluster() ? "cluster" : "standalone");
    switch (redis) {
      case RedisSettings.Managed managed ->
          properties.put("nexus.redis.hosts", String.join(",", Redis.hosts(settings, managed)));
      case RedisSettings.External external -> {
        properties.put("nexus.redis.hosts", String.join(",", external.hosts()));
        if (external.hosts().getFirst().startsWith("rediss:")) {
          properties.put("quarkus.redis.tls-configuration-name", "redis");
          putTrust(properties, "redis", external.ca().map(ref -> REDIS_CA));
        }
      }
    }
  }

  private static void putAllowedNetworks(Map<String, String> properties, Settings settings) {
    String networks =
        settings.network().stream()
            .flatMap(network -> network.egressTo().stream())
            .map(NetworkPeer::cidr)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(","));
    if (!networks.isEmpty()) {
      properties.put("nexus.webhook.delivery.allowed-networks", networks);
    }
  }

  private static String text(Map<String, String> properties) {
    return properties.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
