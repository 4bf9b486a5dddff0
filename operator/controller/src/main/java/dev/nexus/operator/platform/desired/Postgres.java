package dev.nexus.operator.platform.desired;

import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.external.ExternalApi;
import dev.nexus.operator.external.ExternalResource;
import dev.nexus.operator.external.postgresql.ClusterSpec;
import dev.nexus.operator.external.postgresql.DatabaseSpec;
import dev.nexus.operator.naming.Labels;
import dev.nexus.operator.naming.Names;
import dev.nexus.operator.platform.settings.KeycloakSettings;
import dev.nexus.operator.platform.settings.PostgresSettings;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/** The PostgreSQL cluster, its roles and its two databases. */
public final class Postgres {

  public static final String COMPONENT = "postgres";

  /**
   * How long an instance may take to stop. It is the pod's grace period too, after which Kubernetes
   * looks again at a namespace that is being deleted: with CloudNativePG's 30 minutes that is late.
   */
  private static final int STOP_SECONDS = 120;

  /** How long it waits for clients to leave, which pools do not do by themselves. */
  private static final int SMART_SHUTDOWN_SECONDS = 15;

  private Postgres() {}

  /** The cluster, with a role for every service that keeps data. */
  public static HasMetadata cluster(Settings settings, PostgresSettings.Managed postgres) {
    Names names = settings.names();
    ClusterSpec spec =
        new ClusterSpec(
            postgres.instances(),
            postgres.image().orElse(null),
            postgres.image().map(image -> settings.release().pullPolicy().name()).orElse(null),
            new ClusterSpec.Storage(
                postgres.storage().size(), postgres.storage().storageClass().orElse(null)),
            postgres.resources(),
            new ClusterSpec.Bootstrap(
                new ClusterSpec.InitDb(
                    Names.DATABASE, Names.DATABASE_OWNER, secret(names, Names.DATABASE_OWNER))),
            new ClusterSpec.Managed(
                roles(settings).stream()
                    .map(role -> ClusterSpec.Role.login(role, secret(names, role)))
                    .toList()),
            new ClusterSpec.Configuration(postgres.parameters()),
            postgres.instances() > 1,
            STOP_SECONDS,
            SMART_SHUTDOWN_SECONDS,
            new ClusterSpec.InheritedMetadata(Labels.stable(names.platform(), COMPONENT)));
    return resource(settings, "Cluster", names.postgres(), spec);
  }

  /** The databases, with a schema for every service that keeps data. */
  public static List<HasMetadata> databases(Settings settings) {
    List<HasMetadata> databases = new ArrayList<>();
    databases.add(
        database(
            settings,
            "nexus-db",
            new DatabaseSpec(
                Names.DATABASE,
                Names.DATABASE_OWNER,
                new ClusterSpec.SecretName(settings.names().postgres()),
                "retain",
                NexusService.withDatabase().stream()
                    .map(service -> new DatabaseSpec.Schema(service.id(), service.id(), "present"))
                    .toList())));
    if (settings.keycloak() instanceof KeycloakSettings.Managed) {
      databases.add(
          database(
              settings,
              "keycloak-db",
              new DatabaseSpec(
                  Names.KEYCLOAK_DATABASE,
                  Names.KEYCLOAK_ROLE,
                  new ClusterSpec.SecretName(settings.names().postgres()),
                  "retain",
                  null)));
    }
    return databases;
  }

  /** Roles beside the owner of the database. */
  public static List<String> roles(Settings settings) {
    List<String> roles =
        new ArrayList<>(NexusService.withDatabase().stream().map(NexusService::id).toList());
    if (settings.keycloak() instanceof KeycloakSettings.Managed) {
      roles.add(Names.KEYCLOAK_ROLE);
    }
    return roles;
  }

  private static HasMetadata database(Settings settings, String suffix, DatabaseSpec spec) {
    return resource(settings, "Database", settings.names().platform() + "-" + suffix, spec);
  }

  private static HasMetadata resource(Settings settings, String kind, String name, Object spec) {
    return ExternalResource.of(
        ExternalApi.CNPG.apiVersion(), kind, Metadata.stable(settings, name, COMPONENT), spec);
  }

  private static ClusterSpec.SecretName secret(Names names, String role) {
    return new ClusterSpec.SecretName(names.postgresRole(role));
  }
}
