package dev.nexus.operator.platform.desired;

import dev.nexus.operator.external.ExternalResource;
import dev.nexus.operator.external.keycloak.KeycloakSpec;
import dev.nexus.operator.naming.Names;
import dev.nexus.operator.platform.settings.KeycloakSettings;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.List;

/** The Keycloak on its own database of the platform's PostgreSQL. */
public final class Keycloak {

  public static final String COMPONENT = "keycloak";

  private static final String CA_DIRECTORY = "/opt/keycloak/conf/postgres";

  private Keycloak() {}

  /** The Keycloak, in the given version of its API. */
  public static HasMetadata server(
      Settings settings, KeycloakSettings.Managed keycloak, String apiVersion) {
    Names names = settings.names();
    Database database = Database.ofKeycloak(settings, CA_DIRECTORY + "/ca.crt");
    boolean tls = settings.mtls().isPresent();
    KeycloakSpec spec =
        new KeycloakSpec(
            keycloak.instances(),
            keycloak.image().orElse(null),
            keycloak.image().isPresent() ? true : null,
            new KeycloakSpec.Db(
                "postgres",
                database.url(),
                new KeycloakSpec.SecretKey(database.secret(), "username"),
                new KeycloakSpec.SecretKey(database.secret(), "password")),
            tls
                ? new KeycloakSpec.Http(names.keycloakTls(), null)
                : new KeycloakSpec.Http(null, true),
            new KeycloakSpec.Hostname(keycloak.publicUrl(), true, true),
            new KeycloakSpec.Enabled(false),
            // Ours is stricter; theirs would let everybody in.
            new KeycloakSpec.Enabled(false),
            new KeycloakSpec.BootstrapAdmin(new KeycloakSpec.Service(names.keycloakOperator())),
            List.of(
                new KeycloakSpec.Option("log-console-output", "json"),
                new KeycloakSpec.Option("metrics-enabled", "true")),
            keycloak.resources(),
            database.ca().map(Keycloak::mounting).map(KeycloakSpec.Unsupported::new).orElse(null));
    return ExternalResource.of(
        apiVersion, "Keycloak", Metadata.stable(settings, names.keycloak(), COMPONENT), spec);
  }

  /** The JDBC driver reads its authority from a file, which no field of the resource mounts. */
  private static PodTemplateSpec mounting(Database.CaFile ca) {
    return new PodTemplateSpecBuilder()
        .withNewSpec()
        .addNewContainer()
        .withName("keycloak")
        .addNewVolumeMount()
        .withName("postgres-ca")
        .withMountPath(CA_DIRECTORY)
        .withReadOnly(true)
        .endVolumeMount()
        .endContainer()
        .addNewVolume()
        .withName("postgres-ca")
        .withNewSecret()
        .withSecretName(ca.secret())
        .addNewItem()
        .withKey(ca.key())
        .withPath("ca.crt")
        .endItem()
        .endSecret()
        .endVolume()
        .endSpec()
        .build();
  }
}
