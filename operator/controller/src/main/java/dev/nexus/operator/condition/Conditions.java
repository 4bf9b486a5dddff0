package dev.nexus.operator.condition;

import dev.nexus.operator.api.v1alpha1.Condition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds the conditions of a status from those before. */
public final class Conditions {

  private final List<Condition> before;
  private final long generation;
  private final Instant now;

  /**
   * @param before conditions of the status so far
   * @param generation generation of the spec that was looked at
   * @param now the time of a transition, if there is one
   */
  public Conditions(@Nullable List<Condition> before, long generation, Instant now) {
    this.before = before == null ? List.of() : before;
    this.generation = generation;
    this.now = now;
  }

  /** The verdict as a condition; the transition time moves only when the status does. */
  public Condition of(String type, Verdict verdict) {
    String status = verdict.status();
    String since =
        before.stream()
            .filter(condition -> condition.type().equals(type))
            .filter(condition -> Objects.equals(condition.status(), status))
            .map(Condition::lastTransitionTime)
            .findFirst()
            .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
    return new Condition(type, status, generation, since, verdict.reason(), verdict.message());
  }
}
