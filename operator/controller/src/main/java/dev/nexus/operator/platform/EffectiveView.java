package dev.nexus.operator.platform;

import dev.nexus.operator.api.v1alpha1.Effective;
import dev.nexus.operator.api.v1alpha1.MtlsMode;
import dev.nexus.operator.platform.settings.KeycloakSettings;
import dev.nexus.operator.platform.settings.PostgresSettings;
import dev.nexus.operator.platform.settings.RedisSettings;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;
import java.util.TreeMap;

/** What profile and defaults resolved to, for people. */
final class EffectiveView {

  private EffectiveView() {}

  static Effective of(Settings settings) {
    Settings.Release release = settings.release();
    Map<String, String> services = new TreeMap<>();
    settings.services().forEach((service, wanted) -> services.put(service.id(), words(wanted)));
    return new Effective(
        release.profile(),
        release.version(),
        release.registry(),
        release.deletionPolicy(),
        settings.mtls().isPresent() ? MtlsMode.Strict : MtlsMode.Disabled,
        postgres(settings.postgres()),
        redis(settings.redis()),
        keycloak(settings.keycloak()),
        services);
  }

  private static String words(Settings.ServiceSettings service) {
    String pods =
        service
            .autoscaling()
            .map(a -> "%d to %d pods at %d %% CPU".formatted(a.min(), a.max(), a.targetPercent()))
            .orElse(pods(service.replicas()));
    ResourceRequirements resources = service.resources();
    return "%s, requests %s, limits %s"
        .formatted(pods, resources.getRequests(), resources.getLimits());
  }

  private static String postgres(PostgresSettings postgres) {
    return switch (postgres) {
      case PostgresSettings.Managed managed ->
          "managed, %s, %s each".formatted(pods(managed.instances()), managed.storage().size());
      case PostgresSettings.External external -> "external, " + external.host();
    };
  }

  private static String redis(RedisSettings redis) {
    return switch (redis) {
      case RedisSettings.Managed managed ->
          managed.cluster()
              ? "managed, %d shards".formatted(managed.shards())
              : "managed, one server";
      case RedisSettings.External external -> "external, " + String.join(", ", external.hosts());
    };
  }

  private static String keycloak(KeycloakSettings keycloak) {
    return switch (keycloak) {
      case KeycloakSettings.Managed managed -> "managed, " + pods(managed.instances());
      case KeycloakSettings.External external -> "external, " + external.publicUrl();
    };
  }

  private static String pods(int number) {
    return number == 1 ? "1 pod" : number + " pods";
  }
}
