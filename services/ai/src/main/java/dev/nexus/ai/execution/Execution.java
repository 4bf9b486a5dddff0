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
 */
record Execution(
    UUID id,
    UUID intentId,
    ExecutionStatus status,
    Instant startedAt,
    Optional<Instant> completedAt,
    Optional<Composition> composition,
    Optional<String> error,
    boolean cacheHit) {

  boolean isInProgress() {
    return status == ExecutionStatus.IN_PROGRESS;
  }

  Duration duration() {
    return Duration.between(startedAt, completedAt.orElse(startedAt));
  }

  /** One whose process died never ends by itself; after the given time it counts as timed out. */
  Execution asOf(Instant now, Duration patience) {
    if (!isInProgress() || now.isBefore(startedAt.plus(patience))) {
      return this;
    }
    return new Execution(
        id,
        intentId,
        ExecutionStatus.TIMEOUT,
        startedAt,
        Optional.of(startedAt.plus(patience)),
        composition,
        Optional.of("The execution was interrupted before it ended"),
        cacheHit);
  }
}
