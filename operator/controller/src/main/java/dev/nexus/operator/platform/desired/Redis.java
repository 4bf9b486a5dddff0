package dev.nexus.operator.platform.desired;

import dev.nexus.operator.api.v1alpha1.DeletionPolicy;
import dev.nexus.operator.external.ExternalApi;
import dev.nexus.operator.external.ExternalResource;
import dev.nexus.operator.external.redis.RedisClusterSpec;
import dev.nexus.operator.external.redis.RedisSpec;
import dev.nexus.operator.naming.Names;
import dev.nexus.operator.platform.settings.PostgresSettings;
import dev.nexus.operator.platform.settings.RedisSettings;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Redis. Its labels never change: redis-operator copies them into Service selectors, so a
 * changed label would cut clients off until the pods have rolled.
 */
public final class Redis {

  public static final String COMPONENT = "redis";
  public static final String PASSWORD_KEY = "password";
  public static final int PORT = 6379;

  private static final long REDIS_UID = 1000L;
  private static final String NODE_CONF_SIZE = "64Mi";

  private Redis() {}

  /**
   * One server or a cluster.
   *
   * @param startHash hash of what the servers read at their start; redis-operator copies
   *     annotations to the pods, so another hash rolls them
   */
  public static HasMetadata server(
      Settings settings, RedisSettings.Managed redis, String startHash) {
    HasMetadata server = redis.cluster() ? cluster(settings, redis) : standalone(settings, redis);
    server.getMetadata().setAnnotations(Map.of(Deployments.CONFIG_HASH, startHash));
    return server;
  }

  private static HasMetadata standalone(Settings settings, RedisSettings.Managed redis) {
    RedisSpec spec =
        new RedisSpec(
            kubernetesConfig(settings, redis, true),
            new RedisSpec.Storage(
                keepsData(settings), claim(redis.storage(), redis.storage().size()), null, null),
            tls(settings),
            env(settings),
            Security.pod(REDIS_UID),
            Security.container());
    return resource(settings, "Redis", spec);
  }

  private static HasMetadata cluster(Settings settings, RedisSettings.Managed redis) {
    RedisClusterSpec.Role role =
        new RedisClusterSpec.Role(Security.container(), new RedisClusterSpec.Pdb(true, 1));
    RedisClusterSpec spec =
        new RedisClusterSpec(
            redis.shards(),
            "v7",
            true,
            kubernetesConfig(settings, redis, false),
            redis.resources(),
            // Without a volume for nodes.conf a full restart loses the cluster's memory of itself.
            new RedisSpec.Storage(
                keepsData(settings),
                claim(redis.storage(), redis.storage().size()),
                true,
                claim(redis.storage(), NODE_CONF_SIZE)),
            tls(settings),
            env(settings),
            Security.pod(REDIS_UID),
            role,
            role);
    return resource(settings, "RedisCluster", spec);
  }

  /** URLs of the servers that a client starts from. */
  public static List<String> hosts(Settings settings, RedisSettings.Managed redis) {
    Names names = settings.names();
    String scheme = settings.mtls().isPresent() ? "rediss://" : "redis://";
    return redis.cluster()
        ? List.of(
            scheme + redisPod(names, 0) + ":" + PORT, scheme + redisPod(names, 1) + ":" + PORT)
        : List.of(scheme + names.host(names.redis()) + ":" + PORT);
  }

  private static String redisPod(Names names, int ordinal) {
    return names.redis()
        + "-leader-"
        + ordinal
        + "."
        + names.host(names.redis() + "-leader-headless");
  }

  private static RedisSpec.KubernetesConfig kubernetesConfig(
      Settings settings, RedisSettings.Managed redis, boolean withResources) {
    return new RedisSpec.KubernetesConfig(
        redis.image(),
        settings.release().pullPolicy().name(),
        new RedisSpec.SecretKey(settings.names().redis(), PASSWORD_KEY),
        withResources ? redis.resources() : null);
  }

  private static boolean keepsData(Settings settings) {
    return settings.release().deletionPolicy() == DeletionPolicy.Retain;
  }

  private static RedisSpec.@Nullable Tls tls(Settings settings) {
    return settings.mtls().isEmpty()
        ? null
        : new RedisSpec.Tls(
            "ca.crt", "tls.crt", "tls.key", new RedisSpec.TlsSecret(settings.names().redisTls()));
  }

  /** Redis-operator since 0.24 exports the authority under a name its own images do not read. */
  private static @Nullable List<EnvVar> env(Settings settings) {
    return settings.mtls().isEmpty()
        ? null
        : List.of(
            new EnvVarBuilder().withName("REDIS_TLS_CA_KEY").withValue("/tls/ca.crt").build());
  }

  private static PersistentVolumeClaim claim(PostgresSettings.Storage storage, String size) {
    return new PersistentVolumeClaimBuilder()
        .withApiVersion(null)
        .withKind(null)
        .withNewSpec()
        .withAccessModes("ReadWriteOnce")
        .withStorageClassName(storage.storageClass().orElse(null))
        .withNewResources()
        .addToRequests("storage", new Quantity(size))
        .endResources()
        .endSpec()
        .build();
  }

  private static HasMetadata resource(Settings settings, String kind, Object spec) {
    return ExternalResource.of(
        ExternalApi.REDIS.apiVersion(),
        kind,
        Metadata.stable(settings, settings.names().redis(), COMPONENT),
        spec);
  }
}
