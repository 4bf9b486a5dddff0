package dev.nexus.operator.platform.settings;

import dev.nexus.operator.api.v1alpha1.SecretKeyRef;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;
import java.util.Optional;

/** Where the data is. */
public sealed interface PostgresSettings {

  /**
   * A cluster run by CloudNativePG.
   *
   * @param instances number of instances
   * @param storage volume of an instance
   * @param resources CPU and memory of an instance
   * @param parameters of postgresql.conf
   * @param image image; empty leaves it to CloudNativePG
   */
  record Managed(
      int instances,
      Storage storage,
      ResourceRequirements resources,
      Map<String, String> parameters,
      Optional<String> image)
      implements PostgresSettings {}

  /**
   * A PostgreSQL that runs elsewhere.
   *
   * @param host host name
   * @param port port
   * @param database database of the services
   * @param keycloakDatabase database of a managed Keycloak
   * @param credentials Secret with username and password
   * @param sslMode libpq's sslmode
   * @param ca certificate authority, for verify-full
   */
  record External(
      String host,
      int port,
      String database,
      String keycloakDatabase,
      String credentials,
      String sslMode,
      Optional<SecretKeyRef> ca)
      implements PostgresSettings {}

  /**
   * A volume.
   *
   * @param size Kubernetes quantity
   * @param storageClass storage class; empty is the cluster's default
   */
  record Storage(String size, Optional<String> storageClass) {}
}
