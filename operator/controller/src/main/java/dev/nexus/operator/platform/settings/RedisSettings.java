package dev.nexus.operator.platform.settings;

import dev.nexus.operator.api.v1alpha1.SecretKeyRef;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Optional;

/** Where the limits are. */
public sealed interface RedisSettings {

  /** Whether clients speak the protocol of Redis Cluster. */
  boolean cluster();

  /**
   * A Redis run by redis-operator.
   *
   * @param cluster shards with replicas instead of one server
   * @param shards number of shards
   * @param storage volume of a server
   * @param resources CPU and memory of a server
   * @param image image of the server
   */
  record Managed(
      boolean cluster,
      int shards,
      PostgresSettings.Storage storage,
      ResourceRequirements resources,
      String image)
      implements RedisSettings {}

  /**
   * A Redis that runs elsewhere.
   *
   * @param hosts redis:// or rediss:// URLs
   * @param cluster how it runs
   * @param password its password, when it has one
   * @param ca certificate authority of rediss servers
   */
  record External(
      List<String> hosts,
      boolean cluster,
      Optional<SecretKeyRef> password,
      Optional<SecretKeyRef> ca)
      implements RedisSettings {}
}
