package dev.nexus.ai.execution;

import java.util.UUID;

/** What became of a request for an execution. */
sealed interface Acceptance {

  /**
   * It is stored and has to be run.
   *
   * @param used executions of the owner today, this one included
   */
  record Accepted(long used) implements Acceptance {}

  /**
   * It repeats a recent request.
   *
   * @param executionId the earlier execution
   * @param used executions of the owner today
   */
  record Repeated(UUID executionId, long used) implements Acceptance {}

  /** The owner's quota of today is used up; nothing was stored. */
  record OverQuota() implements Acceptance {}
}
