package dev.nexus.operator.platform;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Tells whether an object is as wanted, by what its own controller says of it. A status counts only
 * when it is about the present generation.
 */
public final class Readiness {

  private static final Set<String> A_PERSON_MUST_ACT =
      Set.of(
          "Waiting for user action",
          "Cluster is unrecoverable and needs manual intervention",
          "Cluster has incomplete or invalid image catalog",
          "Unable to create required cluster objects");

  private final Observed observed;

  public Readiness(Observed observed) {
    this.observed = observed;
  }

  /** How far the wanted object is. */
  public Progress of(HasMetadata wanted) {
    return observed.find(wanted).map(this::judge).orElseGet(() -> waiting(wanted, "to be created"));
  }

  private Progress judge(GenericKubernetesResource actual) {
    Fields fields = new Fields(actual);
    return switch (actual.getKind()) {
      case "Deployment" -> deployment(actual, fields);
      case "Job" -> job(actual, fields);
      case "Certificate", "Issuer" -> certificate(actual, fields);
      case "Cluster" -> postgres(actual, fields);
      case "Database" -> database(actual, fields);
      case "Redis" -> statefulSet(actual);
      case "RedisCluster" -> redisCluster(actual, fields);
      case "Keycloak" -> keycloak(actual, fields);
      case "HorizontalPodAutoscaler" ->
          fields.holds("ScalingActive")
              ? Progress.READY
              : waiting(actual, fields.message("ScalingActive").orElse("its first measurement"));
      default -> Progress.READY;
    };
  }

  private static Progress deployment(GenericKubernetesResource actual, Fields fields) {
    int wanted = fields.number(1, "spec", "replicas");
    int available = fields.number(0, "status", "availableReplicas");
    int updated = fields.number(0, "status", "updatedReplicas");
    int old = fields.number(0, "status", "replicas") - updated;
    if (!isCurrent(actual, fields)) {
      return waiting(actual, "to be noticed");
    }
    // Available ones may be old ones, which a rollout keeps until the new are.
    if (updated >= wanted && available >= wanted && old <= 0) {
      return Progress.READY;
    }
    return fields
        .message("Progressing")
        .filter(message -> message.contains("timed out"))
        .<Progress>map(message -> failed(actual, "RolloutStuck", message + "; look at its pods"))
        .orElseGet(
            () ->
                waiting(
                    actual, "%d of %d pods".formatted(Math.min(updated, available - old), wanted)));
  }

  private static Progress job(GenericKubernetesResource actual, Fields fields) {
    if (fields.holds("Failed")) {
      return failed(
          actual,
          "MigrationFailed",
          fields.message("Failed").orElse("it failed")
              + "; read its log, repair the cause and delete the Job to run it again");
    }
    return fields.number(0, "status", "succeeded") > 0
        ? Progress.READY
        : waiting(actual, "to complete");
  }

  private static Progress certificate(GenericKubernetesResource actual, Fields fields) {
    boolean current =
        fields
            .condition("Ready")
            .map(condition -> condition.get("observedGeneration"))
            .map(generation -> generationOf(actual).equals(String.valueOf(generation)))
            .orElse(false);
    return current && fields.holds("Ready")
        ? Progress.READY
        : waiting(actual, fields.message("Ready").orElse("to be issued"));
  }

  private static Progress postgres(GenericKubernetesResource actual, Fields fields) {
    String phase = fields.text("status", "phase").orElse("to be created");
    if (A_PERSON_MUST_ACT.stream().anyMatch(phase::startsWith)) {
      return failed(actual, "PostgresNeedsAction", phase);
    }
    // CloudNativePG derives Ready from the phase alone: a hibernated cluster calls itself healthy.
    boolean healthy =
        fields.holds("Ready")
            && fields.number(0, "status", "readyInstances") == fields.number(1, "spec", "instances")
            && fields
                .text("status", "currentPrimary")
                .equals(fields.text("status", "targetPrimary"));
    if (!healthy) {
      return waiting(actual, phase);
    }
    Object roles = actual.get("spec", "managed", "roles");
    long wanted = roles instanceof java.util.List<?> list ? list.size() : 0;
    int reconciled = fields.texts("status", "managedRolesStatus", "byStatus", "reconciled").size();
    return reconciled >= wanted
        ? Progress.READY
        : waiting(actual, "%d of %d roles".formatted(reconciled, wanted));
  }

  private static Progress database(GenericKubernetesResource actual, Fields fields) {
    return fields.isTrue("status", "applied") && isCurrent(actual, fields)
        ? Progress.READY
        : waiting(actual, fields.text("status", "message").orElse("to be applied"));
  }

  /** Redis-operator leaves the status of a single server empty, so its StatefulSet is asked. */
  private Progress statefulSet(GenericKubernetesResource redis) {
    return observed
        .find("apps/v1", "StatefulSet", redis.getMetadata().getName())
        .map(
            set -> {
              Fields fields = new Fields(set);
              int wanted = fields.number(1, "spec", "replicas");
              boolean ready =
                  isCurrent(set, fields)
                      && fields.number(0, "status", "readyReplicas") >= wanted
                      && fields.number(0, "status", "updatedReplicas") >= wanted;
              return ready
                  ? Progress.READY
                  : waiting(
                      redis,
                      "%d of %d pods"
                          .formatted(fields.number(0, "status", "readyReplicas"), wanted));
            })
        .orElseGet(() -> waiting(redis, "its StatefulSet"));
  }

  private static Progress redisCluster(GenericKubernetesResource actual, Fields fields) {
    String state = fields.text("status", "state").orElse("to be created");
    int size = fields.number(3, "spec", "clusterSize");
    boolean all =
        fields.number(0, "status", "readyLeaderReplicas") >= size
            && fields.number(0, "status", "readyFollowerReplicas") >= size;
    if ("Ready".equals(state) && all) {
      return Progress.READY;
    }
    return "Failed".equals(state)
        ? failed(
            actual,
            "RedisUnhealthy",
            fields.text("status", "reason").orElse("the cluster has unhealthy nodes"))
        : waiting(actual, state);
  }

  private static Progress keycloak(GenericKubernetesResource actual, Fields fields) {
    // HasErrors does not make Ready false.
    if (fields.holds("HasErrors")) {
      return failed(actual, "KeycloakHasErrors", fields.message("HasErrors").orElse("has errors"));
    }
    return fields.holds("Ready") && isCurrent(actual, fields)
        ? Progress.READY
        : waiting(actual, fields.message("Ready").orElse("to start"));
  }

  private static boolean isCurrent(GenericKubernetesResource actual, Fields fields) {
    return fields
        .text("status", "observedGeneration")
        .map(generation -> generation.equals(generationOf(actual)))
        .orElse(false);
  }

  private static String generationOf(HasMetadata object) {
    return Objects.toString(object.getMetadata().getGeneration(), "");
  }

  private static Progress waiting(HasMetadata object, String what) {
    return new Progress.Waiting("Waiting for " + name(object) + ": " + what);
  }

  private static Progress failed(HasMetadata object, String reason, String what) {
    return new Progress.Failed(reason, name(object) + ": " + what);
  }

  private static String name(HasMetadata object) {
    return object.getKind() + " " + object.getMetadata().getName();
  }

  /** The pods of an object, as its controller counts them: ready, then wanted. */
  static Map.Entry<Integer, Integer> pods(GenericKubernetesResource actual) {
    Fields fields = new Fields(actual);
    return switch (actual.getKind()) {
      case "Cluster" ->
          Map.entry(
              fields.number(0, "status", "readyInstances"), fields.number(1, "spec", "instances"));
      case "Keycloak" ->
          Map.entry(
              fields.holds("Ready") ? fields.number(1, "status", "instances") : 0,
              fields.number(1, "spec", "instances"));
      case "RedisCluster" ->
          Map.entry(
              fields.number(0, "status", "readyLeaderReplicas")
                  + fields.number(0, "status", "readyFollowerReplicas"),
              2 * fields.number(3, "spec", "clusterSize"));
      default ->
          Map.entry(
              fields.number(0, "status", "readyReplicas"), fields.number(1, "spec", "replicas"));
    };
  }
}
