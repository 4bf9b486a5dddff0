package dev.nexus.operator.external.redis;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spec of a RedisCluster: shards with a replica each. */
public record RedisClusterSpec(
    int clusterSize,
    String clusterVersion,
    boolean persistenceEnabled,
    RedisSpec.KubernetesConfig kubernetesConfig,
    ResourceRequirements resources,
    RedisSpec.Storage storage,
    @JsonProperty("TLS") RedisSpec.@Nullable Tls tls,
    @Nullable List<EnvVar> env,
    PodSecurityContext podSecurityContext,
    Role redisLeader,
    Role redisFollower) {

  public record Role(SecurityContext securityContext, Pdb pdb) {}

  public record Pdb(boolean enabled, int maxUnavailable) {}
}
