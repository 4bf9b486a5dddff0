package dev.nexus.ai.execution;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An execution to be accepted.
 *
 * @param claim the right to run it
 * @param intentId the understood query
 * @param owner whose it is
 * @param query the user's words
 * @param language {@code ru} or {@code en}
 * @param startedAt now
 * @param key tells a repeat of the request, if it can be told
 */
record NewExecution(
    Claim claim,
    UUID intentId,
    Owner owner,
    String query,
    String language,
    Instant startedAt,
    Optional<String> key) {

  /** The same request as another run of an earlier execution. */
  NewExecution as(Claim earlier) {
    return new NewExecution(earlier, intentId, owner, query, language, startedAt, key);
  }
}
