package dev.nexus.operator.platform;

import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.external.ExternalApi;
import dev.nexus.operator.platform.desired.Availability;
import dev.nexus.operator.platform.desired.Deployments;
import dev.nexus.operator.platform.desired.Keycloak;
import dev.nexus.operator.platform.desired.MigrationJobs;
import dev.nexus.operator.platform.desired.Monitoring;
import dev.nexus.operator.platform.desired.NetworkPolicies;
import dev.nexus.operator.platform.desired.Postgres;
import dev.nexus.operator.platform.desired.PublicKeyInfrastructure;
import dev.nexus.operator.platform.desired.Redis;
import dev.nexus.operator.platform.desired.ServiceConfiguration;
import dev.nexus.operator.platform.desired.Services;
import dev.nexus.operator.platform.settings.Inputs;
import dev.nexus.operator.platform.settings.KeycloakSettings;
import dev.nexus.operator.platform.settings.PostgresSettings;
import dev.nexus.operator.platform.settings.RedisSettings;
import dev.nexus.operator.platform.settings.Settings;
import dev.nexus.operator.platform.settings.SettingsResolver;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the plan from the inputs. */
public final class Planner {

  private final Inputs inputs;
  private final Settings settings;
  private final Map<StageName, List<HasMetadata>> stages = new EnumMap<>(StageName.class);

  private Planner(Inputs inputs) {
    this.inputs = inputs;
    this.settings = SettingsResolver.resolve(inputs);
  }

  /** The plan for the platform in the inputs. */
  public static Plan plan(Inputs inputs) {
    return new Planner(inputs).plan();
  }

  private Plan plan() {
    for (StageName stage : StageName.values()) {
      stages.put(stage, new ArrayList<>(objects(stage)));
    }
    return new Plan(
        settings,
        stages.entrySet().stream().map(e -> new Stage(e.getKey(), e.getValue())).toList(),
        incomplete());
  }

  private List<? extends HasMetadata> objects(StageName stage) {
    return switch (stage) {
      case NETWORK_POLICIES ->
          settings.network().map(n -> NetworkPolicies.of(settings, n)).orElse(List.of());
      case CERTIFICATES -> settings.mtls().map(this::certificates).orElse(List.of());
      case POSTGRES ->
          settings.postgres() instanceof PostgresSettings.Managed managed
              ? List.of(Postgres.cluster(settings, managed))
              : List.of();
      case REDIS ->
          settings.redis() instanceof RedisSettings.Managed managed
              ? List.of(Redis.server(settings, managed, new ConfigHash(inputs, settings).ofRedis()))
              : List.of();
      case DATABASES ->
          settings.postgres() instanceof PostgresSettings.Managed
              ? Postgres.databases(settings)
              : List.of();
      case CONFIGURATION -> configuration();
      case MIGRATIONS ->
          NexusService.withDatabase().stream()
              .map(service -> MigrationJobs.of(settings, service))
              .toList();
      case KEYCLOAK ->
          settings.keycloak() instanceof KeycloakSettings.Managed managed
              ? List.of(Keycloak.server(settings, managed, keycloakApiVersion()))
              : List.of();
      // The realm is no object: it is kept through Keycloak's own API.
      case REALM -> List.of();
      case AUTH -> deployments(Stream.of(NexusService.AUTH));
      case SERVICES ->
          deployments(
              Stream.of(NexusService.values())
                  .filter(s -> s != NexusService.AUTH && s != NexusService.GATEWAY));
      case GATEWAY -> deployments(Stream.of(NexusService.GATEWAY));
      case AUTOSCALING -> availability();
      case MONITORING -> settings.metrics().map(m -> Monitoring.of(settings, m)).orElse(List.of());
    };
  }

  private List<HasMetadata> certificates(Settings.Mtls mtls) {
    List<HasMetadata> objects = new ArrayList<>(PublicKeyInfrastructure.authority(settings));
    objects.addAll(PublicKeyInfrastructure.leaves(settings, mtls));
    authority().ifPresent(ca -> objects.add(PublicKeyInfrastructure.trust(settings, ca)));
    return objects;
  }

  private Optional<String> authority() {
    return inputs.secret(settings.names().ca(), "tls.crt");
  }

  private Optional<Plan.Blocked> incomplete() {
    if (settings.mtls().isEmpty()) {
      return Optional.empty();
    }
    if (authority().isEmpty()) {
      return Optional.of(notIssued("the certificate authority " + settings.names().ca()));
    }
    boolean redis =
        settings.redis() instanceof RedisSettings.Managed
            && inputs.secret(settings.names().redisTls(), "tls.crt").isEmpty();
    return redis
        ? Optional.of(notIssued("the certificate " + settings.names().redisTls()))
        : Optional.empty();
  }

  private static Plan.Blocked notIssued(String what) {
    return new Plan.Blocked(StageName.CERTIFICATES, "cert-manager has not issued " + what + " yet");
  }

  private List<HasMetadata> configuration() {
    return each(
        List.of(NexusService.values()),
        service ->
            Stream.of(
                Services.account(settings, service),
                ServiceConfiguration.configMap(settings, service),
                Services.service(settings, service)));
  }

  private List<HasMetadata> deployments(Stream<NexusService> services) {
    return services.map(this::deployment).toList();
  }

  private HasMetadata deployment(NexusService service) {
    return Deployments.of(settings, service, new ConfigHash(inputs, settings).of(service));
  }

  private List<HasMetadata> availability() {
    return each(
        List.of(NexusService.values()),
        service ->
            Stream.concat(
                Stream.of(Availability.budget(settings, service)),
                settings.of(service).autoscaling().stream()
                    .map(bounds -> Availability.autoscaler(settings, service, bounds))));
  }

  private String keycloakApiVersion() {
    return inputs.apis().contains(ExternalApi.KEYCLOAK)
        ? ExternalApi.KEYCLOAK.apiVersion()
        : ExternalApi.KEYCLOAK_ALPHA.apiVersion();
  }

  private static List<HasMetadata> each(
      List<NexusService> services, Function<NexusService, Stream<? extends HasMetadata>> objects) {
    return services.stream().<HasMetadata>flatMap(objects).toList();
  }
}
