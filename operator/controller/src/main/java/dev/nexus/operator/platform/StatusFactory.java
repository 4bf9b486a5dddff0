package dev.nexus.operator.platform;

import dev.nexus.operator.api.v1alpha1.Component;
import dev.nexus.operator.api.v1alpha1.Condition;
import dev.nexus.operator.api.v1alpha1.Endpoints;
import dev.nexus.operator.api.v1alpha1.NexusPlatformStatus;
import dev.nexus.operator.api.v1alpha1.Phase;
import dev.nexus.operator.api.v1alpha1.VersionStatus;
import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.condition.Conditions;
import dev.nexus.operator.condition.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the truth about a platform: status from what was found. */
public final class StatusFactory {

  private final @Nullable NexusPlatformStatus before;
  private final long generation;
  private final Observation found;
  private final Conditions conditions;

  private StatusFactory(
      @Nullable NexusPlatformStatus before, long generation, Observation found, Instant now) {
    this.before = before;
    this.generation = generation;
    this.found = found;
    this.conditions = new Conditions(before == null ? null : before.conditions(), generation, now);
  }

  /**
   * The status.
   *
   * @param before the status so far
   * @param generation generation of the spec that was looked at
   * @param found what was found
   * @param now the time of transitions
   */
  public static NexusPlatformStatus from(
      @Nullable NexusPlatformStatus before, long generation, Observation found, Instant now) {
    return new StatusFactory(before, generation, found, now).status();
  }

  private NexusPlatformStatus status() {
    Verdict ready = ready();
    List<Component> components = found.components();
    long readyComponents = components.stream().filter(c -> c.message() == null).count();
    String target = found.settings().release().version();
    return new NexusPlatformStatus(
        generation,
        phase(ready),
        readyComponents + "/" + components.size(),
        new VersionStatus(ready.isTrue() ? target : ranBefore().orElse(null), target),
        conditions(ready),
        components,
        new Endpoints(
            found.settings().url(NexusService.GATEWAY), found.settings().keycloak().issuer()),
        EffectiveView.of(found.settings()));
  }

  private Verdict ready() {
    if (!found.problems().isEmpty()) {
      Problem first = found.problems().getFirst();
      return Verdict.fails(first.reason(), first.message());
    }
    return verdict("Running", "Everything runs as asked", StageName.values());
  }

  private Phase phase(Verdict ready) {
    if (ready.isTrue()) {
      return Phase.Ready;
    }
    if (hasStopped()) {
      return Phase.Degraded;
    }
    return found.problems().isEmpty() ? Phase.Provisioning : Phase.Pending;
  }

  /** Whether something that ran runs no more; a rollout, which keeps all pods, is no such thing. */
  private boolean hasStopped() {
    boolean failed =
        found.stages().values().stream().anyMatch(progress -> progress instanceof Progress.Failed);
    boolean fewer =
        found.components().stream()
            .anyMatch(
                component ->
                    component.desired() == null
                        || Objects.requireNonNullElse(component.ready(), 0) < component.desired());
    return ranBefore().isPresent() && (failed || fewer || !found.problems().isEmpty());
  }

  private Optional<String> ranBefore() {
    return Optional.ofNullable(before)
        .map(NexusPlatformStatus::version)
        .map(VersionStatus::current);
  }

  private List<Condition> conditions(Verdict ready) {
    List<Condition> all = new ArrayList<>();
    all.add(conditions.of("Ready", ready));
    all.add(conditions.of("Progressing", progressing(ready)));
    all.add(conditions.of("Degraded", degraded(ready)));
    all.add(conditions.of("DependenciesAvailable", dependencies()));
    all.add(
        stage(
            "NetworkPoliciesApplied",
            found.settings().network().isPresent(),
            StageName.NETWORK_POLICIES));
    all.add(
        stage("CertificatesReady", found.settings().mtls().isPresent(), StageName.CERTIFICATES));
    all.add(stage("PostgresReady", true, StageName.POSTGRES, StageName.DATABASES));
    all.add(stage("RedisReady", true, StageName.REDIS));
    all.add(stage("MigrationsReady", true, StageName.MIGRATIONS));
    all.add(stage("KeycloakReady", true, StageName.KEYCLOAK));
    all.add(stage("RealmReady", true, StageName.REALM));
    all.add(stage("ServicesReady", true, StageName.AUTH, StageName.SERVICES, StageName.GATEWAY));
    all.add(stage("AutoscalingReady", true, StageName.AUTOSCALING));
    all.add(stage("MonitoringReady", found.settings().metrics().isPresent(), StageName.MONITORING));
    return all;
  }

  private Condition stage(String type, boolean wanted, StageName... stages) {
    if (!wanted) {
      return conditions.of(type, Verdict.holds("NotWanted", absence(stages[0])));
    }
    return found.problems().stream()
        .filter(problem -> List.of(stages).contains(problem.stage()))
        .findFirst()
        .map(problem -> Verdict.fails(problem.reason(), problem.message()))
        .or(() -> Optional.of(verdict("AsWanted", "As wanted", stages)))
        .map(verdict -> conditions.of(type, verdict))
        .orElseThrow();
  }

  private static String absence(StageName stage) {
    return switch (stage) {
      case MONITORING -> "prometheus-operator is not installed: no monitoring objects are written";
      case CERTIFICATES -> "Mutual TLS is disabled by spec.security.mtls.mode";
      default -> "Disabled by the spec";
    };
  }

  private Verdict verdict(String reason, String message, StageName... stages) {
    Progress worst = Stream.of(stages).map(found::of).reduce(Progress.READY, Progress::and);
    return switch (worst) {
      case Progress.Ready ignored -> Verdict.holds(reason, message);
      case Progress.Waiting waiting -> Verdict.fails("Waiting", waiting.message());
      case Progress.Failed failed -> Verdict.fails(failed.reason(), failed.message());
    };
  }

  private Verdict progressing(Verdict ready) {
    boolean waiting =
        found.problems().isEmpty()
            && found.stages().values().stream().anyMatch(p -> p instanceof Progress.Waiting);
    return waiting
        ? Verdict.holds("Waiting", ready.message())
        : Verdict.fails("Settled", "Nothing is being changed");
  }

  private Verdict degraded(Verdict ready) {
    return !ready.isTrue() && hasStopped()
        ? Verdict.holds(ready.reason(), ready.message())
        : Verdict.fails("NotDegraded", "Nothing that ran has stopped");
  }

  private Verdict dependencies() {
    return found.problems().stream()
        .filter(problem -> problem instanceof Problem.MissingApi)
        .findFirst()
        .map(problem -> Verdict.fails(problem.reason(), problem.message()))
        .orElseGet(() -> Verdict.holds("Installed", "Every operator that is needed is installed"));
  }
}
