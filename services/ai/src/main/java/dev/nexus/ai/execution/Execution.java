package dev.nexus.ai.execution;

import dev.nexus.ai.composition.Composition;
import dev.nexus.ai.composition.ExecutionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An execution as it is stored.
 *
 * @param id the execution
 * @param intentId the understood query
 * @param status where it stands
 * @param startedAt when it was accepted
 * @param completedAt when it ended, if it has
 * @param composition its answer, if there is one
 * @param error why it failed, if it has
 * @param cacheHit whether the answer came from the cache
 * @param lapsedAt when the lease of its run ended, if it has and the run has not
 */
record Execution(
    UUID id,
    UUID intentId,
    ExecutionStatus status,
    Instant startedAt,
    Optional<Instant> completedAt,
    Optional<Composition> composition,
    Optional<String> error,
    boolean cacheHit,
    Optional<Instant> lapsedAt) {

  boolean isInProgress() {
    return status == ExecutionStatus.IN_PROGRESS;
  }

  Duration duration() {
    return Duration.between(startedAt, completedAt.orElse(startedAt));
  }

  /** One whose process died never ends by itself; it counts as timed out until it is repeated. */
  Execution judged() {
    if (lapsedAt.isEmpty()) {
      return this;
    }
    return new Execution(
        id,
        intentId,
        ExecutionStatus.TIMEOUT,
        startedAt,
        lapsedAt,
        composition,
        Optional.of("The execution was interrupted before it ended"),
        cacheHit,
        lapsedAt);
  }
}
