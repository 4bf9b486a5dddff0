package dev.nexus.operator.platform;

import dev.nexus.operator.platform.settings.Inputs;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Applies a plan stage by stage. A stage is applied when those before it are ready. Of a platform
 * that already ran, every stage is applied whatever the others do, so that a replica that is being
 * rebuilt holds nothing else up; only pods wait for their schema.
 */
final class StageRunner {

  private final Applier applier;
  private final Observed observed;
  private final Readiness readiness;
  private final Realms realms;
  private final boolean ranBefore;

  StageRunner(Applier applier, Observed observed, Realms realms, boolean ranBefore) {
    this.applier = applier;
    this.observed = observed;
    this.readiness = new Readiness(observed);
    this.realms = realms;
    this.ranBefore = ranBefore;
  }

  Map<StageName, Progress> run(Plan plan, Inputs inputs, List<Problem> problems) {
    Map<StageName, Progress> progress = new EnumMap<>(StageName.class);
    for (Stage stage : plan.stages()) {
      progress.put(stage.name(), step(stage, plan, inputs, problems, progress));
    }
    return progress;
  }

  private Progress step(
      Stage stage,
      Plan plan,
      Inputs inputs,
      List<Problem> problems,
      Map<StageName, Progress> before) {
    for (Problem problem : problems) {
      if (problem.stage() == stage.name()) {
        return new Progress.Waiting(problem.message());
      }
    }
    Progress gate =
        gates(stage.name()).stream()
            .sorted()
            .map(earlier -> Objects.requireNonNull(before.get(earlier)))
            .reduce(Progress.READY, Progress::and);
    if (!gate.isReady()) {
      return gate instanceof Progress.Failed failed ? new Progress.Waiting(failed.message()) : gate;
    }
    if (stage.name() == StageName.REALM) {
      return realms.keep(plan.settings(), inputs);
    }
    return applied(stage, databaseSince(plan))
        .or(
            () ->
                plan.incomplete()
                    .filter(blocked -> blocked.stage() == stage.name())
                    .map(blocked -> new Progress.Waiting(blocked.message())))
        .orElseGet(() -> worst(stage));
  }

  private Set<StageName> gates(StageName stage) {
    if (!ranBefore) {
      return stage.after();
    }
    return switch (stage) {
      case AUTH, SERVICES, GATEWAY -> Set.of(StageName.MIGRATIONS);
      // It would roll for a certificate that is just being issued, and again when it is.
      case REDIS -> Set.of(StageName.CERTIFICATES);
      default -> Set.of();
    };
  }

  /** Applies every object; what the API server refuses is told and holds up no other object. */
  private Optional<Progress> applied(Stage stage, Optional<String> databaseSince) {
    Optional<Progress> trouble = Optional.empty();
    for (HasMetadata object : stage.objects()) {
      try {
        Optional<GenericKubernetesResource> outlived =
            databaseSince.flatMap(since -> outlivedJob(object, since));
        if (outlived.isPresent()) {
          applier.delete(outlived.get());
          trouble = trouble.or(() -> Optional.of(runsAgain(object)));
        } else {
          applier.apply(object, observed);
        }
      } catch (KubernetesClientException e) {
        if (e.getCode() < HttpURLConnection.HTTP_BAD_REQUEST) {
          throw e;
        }
        trouble = Optional.of(refused(object, e));
      }
    }
    return trouble;
  }

  /** A Job that migrated a database that is no more: a newer one stands in its place, empty. */
  private Optional<GenericKubernetesResource> outlivedJob(HasMetadata wanted, String since) {
    return observed
        .find(wanted)
        .filter(actual -> "Job".equals(actual.getKind()))
        .filter(actual -> actual.getMetadata().getCreationTimestamp().compareTo(since) < 0);
  }

  /** When the managed PostgreSQL was created, RFC 3339. */
  private Optional<String> databaseSince(Plan plan) {
    return plan.objects()
        .filter(object -> "Cluster".equals(object.getKind()))
        .findFirst()
        .flatMap(observed::find)
        .map(cluster -> cluster.getMetadata().getCreationTimestamp());
  }

  private static Progress runsAgain(HasMetadata job) {
    return new Progress.Waiting(
        "Waiting for Job %s: to run again on a new database"
            .formatted(job.getMetadata().getName()));
  }

  private static Progress refused(HasMetadata object, KubernetesClientException e) {
    String reason = e.getStatus() == null ? e.getMessage() : e.getStatus().getMessage();
    return new Progress.Failed(
        "Refused",
        "The API server refuses %s %s: %s"
            .formatted(object.getKind(), object.getMetadata().getName(), reason));
  }

  private Progress worst(Stage stage) {
    return stage.objects().stream().map(readiness::of).reduce(Progress.READY, Progress::and);
  }
}
