package dev.nexus.conversation.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.conversation.assistant.Reply;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer to be stored.
 *
 * @param question what it answers
 * @param assistantId the assistant that was asked for
 * @param reply what it says
 * @param now the time
 */
record NewAnswer(Message question, Optional<String> assistantId, Reply reply, Instant now) {

  MessageStatus status() {
    return reply instanceof Reply.Failed ? MessageStatus.FAILED : MessageStatus.SENT;
  }

  Optional<String> intent() {
    return reply instanceof Reply.Answered answered ? answered.intent() : Optional.empty();
  }

  ObjectNode metadata() {
    return reply.metadata();
  }
}
