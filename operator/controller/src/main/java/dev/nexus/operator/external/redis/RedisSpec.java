package dev.nexus.operator.external.redis;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spec of a Redis: one server. */
public record RedisSpec(
    KubernetesConfig kubernetesConfig,
    Storage storage,
    @JsonProperty("TLS") @Nullable Tls tls,
    @Nullable List<EnvVar> env,
    PodSecurityContext podSecurityContext,
    SecurityContext securityContext) {

  public record KubernetesConfig(
      String image,
      String imagePullPolicy,
      SecretKey redisSecret,
      @Nullable ResourceRequirements resources) {}

  public record SecretKey(String name, String key) {}

  public record Storage(
      boolean keepAfterDelete,
      PersistentVolumeClaim volumeClaimTemplate,
      @Nullable Boolean nodeConfVolume,
      @Nullable PersistentVolumeClaim nodeConfVolumeClaimTemplate) {}

  public record Tls(String ca, String cert, String key, TlsSecret secret) {}

  public record TlsSecret(String secretName) {}
}
