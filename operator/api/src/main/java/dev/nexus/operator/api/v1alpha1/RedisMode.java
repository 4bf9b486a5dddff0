package dev.nexus.operator.api.v1alpha1;

/** How Redis runs. */
public enum RedisMode {
  /** One server. */
  Standalone,

  /** Shards with replicas. */
  Cluster
}
