package dev.nexus.ai.execution;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An execution to be accepted.
 *
 * @param id the execution
 * @param intentId the understood query
 * @param owner whose it is
 * @param query the user's words
 * @param language {@code ru} or {@code en}
 * @param startedAt now
 * @param key tells a repeat of the request, if it can be told
 */
record NewExecution(
    UUID id,
    UUID intentId,
    Owner owner,
    String query,
    String language,
    Instant startedAt,
    Optional<String> key) {}
