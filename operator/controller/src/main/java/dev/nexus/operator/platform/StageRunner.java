package dev.nexus.operator.platform;

import dev.nexus.operator.platform.settings.Inputs;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Applies a plan stage by stage. A stage is applied when those before it are ready; until then its
 * objects are left as they are, but what a platform that already ran has lost is given back at
 * once.
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
        stage.name().after().stream()
            .sorted()
            .map(earlier -> Objects.requireNonNull(before.get(earlier)))
            .reduce(Progress.READY, Progress::and);
    if (!gate.isReady()) {
      if (ranBefore) {
        giveBack(stage);
      }
      return gate instanceof Progress.Failed failed ? new Progress.Waiting(failed.message()) : gate;
    }
    if (stage.name() == StageName.REALM) {
      return realms.keep(plan.settings(), inputs);
    }
    stage.objects().forEach(object -> applier.apply(object, observed));
    return plan.incomplete()
        .filter(blocked -> blocked.stage() == stage.name())
        .<Progress>map(blocked -> new Progress.Waiting(blocked.message()))
        .orElseGet(() -> worst(stage));
  }

  private void giveBack(Stage stage) {
    for (HasMetadata object : stage.objects()) {
      if (observed.find(object).isEmpty()) {
        applier.apply(object, observed);
      }
    }
  }

  private Progress worst(Stage stage) {
    return stage.objects().stream().map(readiness::of).reduce(Progress.READY, Progress::and);
  }
}
