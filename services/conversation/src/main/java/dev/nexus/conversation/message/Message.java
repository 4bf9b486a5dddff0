package dev.nexus.conversation.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.conversation.memory.Line;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message as it is stored.
 *
 * @param sequence its number in the conversation, from 1 without gaps
 * @param senderId the user, or the assistant that was asked for
 * @param intent of an answer: what the user was understood to want
 * @param metadata free values
 * @param createdAt later than that of the message before
 * @param clientMessageId the client's own name for it
 * @param answers of an answer: the number of the message that it answers
 * @param answerDue of a user's message: until then a request is at work on its answer
 */
record Message(
    UUID conversationId,
    int sequence,
    UUID id,
    SenderType senderType,
    Optional<String> senderId,
    MessageType type,
    MessageStatus status,
    String content,
    Optional<String> intent,
    ObjectNode metadata,
    Instant createdAt,
    Optional<String> clientMessageId,
    Optional<Integer> answers,
    Optional<Instant> answerDue) {

  boolean isFailed() {
    return status == MessageStatus.FAILED;
  }

  /** As the assistant is told it. */
  Line line() {
    Line.Role role =
        switch (senderType) {
          case USER -> Line.Role.USER;
          case ASSISTANT -> Line.Role.ASSISTANT;
          case SYSTEM -> Line.Role.SYSTEM;
        };
    return new Line(role, content);
  }
}
