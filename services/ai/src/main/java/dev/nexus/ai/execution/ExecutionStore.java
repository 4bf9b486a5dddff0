package dev.nexus.ai.execution;

import dev.nexus.ai.composition.Composition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Durable executions. */
interface ExecutionStore {

  /** Stores the execution in progress, unless it repeats one of the window or the quota is full. */
  Acceptance accept(NewExecution execution, Duration window, long quota);

  /** Takes the execution over from a run whose lease is over; false if there is none to take. */
  boolean takeOver(Claim claim);

  /** Extends the leases of the runs with these fences. */
  void renew(List<UUID> fences);

  /** Stores the answer, unless another has taken the execution over. */
  void finish(Claim claim, Composition composition, boolean cacheHit, Instant now);

  /**
   * Stores that there is no answer and gives the key back: the next request with it is run afresh.
   * Does nothing if another has taken the execution over.
   */
  void fail(Claim claim, Optional<String> key, String error, Instant now);

  /** The owner's execution. */
  Optional<Execution> find(UUID id, Owner owner);

  /**
   * Forgets executions and claims that are older, and the counts of days that ended before the
   * claims; gives the number of executions forgotten.
   */
  int forget(Instant executionsBefore, Instant claimsBefore);
}
