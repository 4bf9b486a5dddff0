package dev.nexus.ai.execution;

import dev.nexus.ai.composition.Composition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Durable executions. */
interface ExecutionStore {

  /** Stores the execution in progress, unless it repeats one of the window or the quota is full. */
  Acceptance accept(NewExecution execution, Duration window, long quota);

  /** Stores the answer. */
  void finish(UUID id, Composition composition, boolean cacheHit, Instant now);

  /** Stores that there is no answer. */
  void fail(UUID id, String error, Instant now);

  /** The owner's execution. */
  Optional<Execution> find(UUID id, Owner owner);

  /**
   * Forgets executions and claims that are older, and the counts of days that ended before the
   * claims; gives the number of executions forgotten.
   */
  int forget(Instant executionsBefore, Instant claimsBefore);
}
