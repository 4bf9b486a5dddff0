package dev.nexus.batch.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch as it is stored, without its items.
 *
 * @param id ours
 * @param batchId the client's id for it
 * @param state where it stands
 * @param operations whether it came in the legacy form
 * @param total how many items it has
 * @param startedAt when it was accepted
 * @param completedAt when it ended, if it has
 * @param leaseOver whether the process that runs it has given no sign of life for too long
 */
record Batch(
    UUID id,
    String batchId,
    BatchState state,
    boolean operations,
    int total,
    Instant startedAt,
    Optional<Instant> completedAt,
    boolean leaseOver) {

  /** In progress, and nobody is known to work on it. */
  boolean isOrphan() {
    return !state.isFinal() && leaseOver;
  }

  Duration duration(Instant now) {
    return Duration.between(startedAt, completedAt.orElse(now));
  }
}
