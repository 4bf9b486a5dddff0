package dev.nexus.conversation.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A message on the wire (protocol 3.6).
 *
 * @param sequence its number in the conversation, from 1 without gaps; ours
 * @param createdAt RFC 3339
 * @param metadata free values; of a failed answer {@code error} with code, type and message
 * @param clientMessageId the client's own name for it; ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageView(
    String id,
    String conversationId,
    int sequence,
    SenderType senderType,
    @Nullable String senderId,
    MessageType type,
    String content,
    MessageStatus status,
    String createdAt,
    @Nullable String intent,
    @Nullable ObjectNode metadata,
    @Nullable String clientMessageId) {

  static MessageView of(Message message) {
    return new MessageView(
        message.id().toString(),
        message.conversationId().toString(),
        message.sequence(),
        message.senderType(),
        message.senderId().orElse(null),
        message.type(),
        message.content(),
        message.status(),
        message.createdAt().toString(),
        message.intent().orElse(null),
        message.metadata().isEmpty() ? null : message.metadata(),
        message.clientMessageId().orElse(null));
  }
}
