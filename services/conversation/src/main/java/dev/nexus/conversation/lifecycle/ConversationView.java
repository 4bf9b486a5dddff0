package dev.nexus.conversation.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A conversation on the wire (protocol 3.6).
 *
 * @param createdAt RFC 3339
 * @param lastActivity RFC 3339
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(
    String id,
    String userId,
    @Nullable String botId,
    @Nullable String title,
    ConversationStatus status,
    int messageCount,
    String createdAt,
    String lastActivity) {

  /** Shows a conversation. */
  public static ConversationView of(Conversation conversation) {
    return new ConversationView(
        conversation.id().toString(),
        conversation.owner().userId(),
        conversation.botId().orElse(null),
        conversation.title().orElse(null),
        conversation.status(),
        conversation.messageCount(),
        conversation.createdAt().toString(),
        conversation.lastActivity().toString());
  }
}
