package dev.nexus.conversation.message;

import dev.nexus.common.edge.IdempotencyKeys;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A user's message to be accepted.
 *
 * @param draft what it says
 * @param requestKey tells a repeat of the request, if it can be told
 * @param now the time
 * @param answerDue until when the accepting request works on the answer
 */
record NewMessage(
    UUID conversationId,
    String userId,
    Draft draft,
    Optional<String> requestKey,
    Instant now,
    Instant answerDue) {

  /** The oldest message that this one can be a repeat of. */
  Instant repeatsSince() {
    return now.minus(IdempotencyKeys.WINDOW);
  }
}
