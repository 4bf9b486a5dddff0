package dev.nexus.operator.platform;

import dev.nexus.operator.external.ExternalApi;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kind of which the operator owns, or reads, objects. */
enum WatchedKind {
  SECRET("v1", "Secret"),
  CONFIG_MAP("v1", "ConfigMap"),
  SERVICE("v1", "Service"),
  SERVICE_ACCOUNT("v1", "ServiceAccount"),
  DEPLOYMENT("apps/v1", "Deployment"),
  STATEFUL_SET("apps/v1", "StatefulSet"),
  JOB("batch/v1", "Job"),
  AUTOSCALER("autoscaling/v2", "HorizontalPodAutoscaler"),
  DISRUPTION_BUDGET("policy/v1", "PodDisruptionBudget"),
  NETWORK_POLICY("networking.k8s.io/v1", "NetworkPolicy"),
  ISSUER(ExternalApi.CERT_MANAGER, "Issuer"),
  CERTIFICATE(ExternalApi.CERT_MANAGER, "Certificate"),
  CLUSTER(ExternalApi.CNPG, "Cluster"),
  DATABASE(ExternalApi.CNPG, "Database"),
  REDIS(ExternalApi.REDIS, "Redis"),
  REDIS_CLUSTER(ExternalApi.REDIS, "RedisCluster"),
  KEYCLOAK(ExternalApi.KEYCLOAK, "Keycloak"),
  KEYCLOAK_ALPHA(ExternalApi.KEYCLOAK_ALPHA, "Keycloak"),
  SERVICE_MONITOR(ExternalApi.MONITORING, "ServiceMonitor"),
  PROMETHEUS_RULE(ExternalApi.MONITORING, "PrometheusRule");

  private final String apiVersion;
  private final String kind;
  private final @Nullable ExternalApi api;

  WatchedKind(String apiVersion, String kind) {
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.api = null;
  }

  WatchedKind(ExternalApi api, String kind) {
    this.apiVersion = api.apiVersion();
    this.kind = kind;
    this.api = api;
  }

  String apiVersion() {
    return apiVersion;
  }

  String kind() {
    return kind;
  }

  /** The API of another operator that serves the kind, if it is not Kubernetes' own. */
  Optional<ExternalApi> api() {
    return Optional.ofNullable(api);
  }

  /** Whether objects of the kind hold data that outlives the platform. */
  boolean holdsData() {
    return switch (this) {
      case CLUSTER, DATABASE, REDIS, REDIS_CLUSTER, KEYCLOAK, KEYCLOAK_ALPHA -> true;
      default -> false;
    };
  }

  /** Name of the kind's event source. */
  String source() {
    return kind + "." + apiVersion;
  }

  static List<WatchedKind> core() {
    return Arrays.stream(values()).filter(watched -> watched.api == null).toList();
  }

  static List<WatchedKind> of(ExternalApi api) {
    return Arrays.stream(values()).filter(watched -> watched.api == api).toList();
  }
}
