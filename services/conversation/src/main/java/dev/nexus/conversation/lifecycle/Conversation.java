package dev.nexus.conversation.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A conversation, without its messages.
 *
 * @param owner whose it is
 * @param botId the assistant that was asked for
 * @param systemPrompt what the assistant is to keep in mind
 * @param context what the client knows about its user, a free object
 * @param version grows with every change
 * @param messageCount messages there are; the number of the latest one
 * @param lastActivity time of the latest message, or of the creation
 */
public record Conversation(
    UUID id,
    Owner owner,
    Optional<String> botId,
    Optional<String> title,
    Optional<String> systemPrompt,
    ObjectNode context,
    ConversationStatus status,
    long version,
    int messageCount,
    Instant createdAt,
    Instant lastActivity) {

  /** One that begins now. */
  static Conversation begun(Owner owner, Opening opening, Instant now) {
    return new Conversation(
        UUID.randomUUID(),
        owner,
        opening.botId(),
        opening.title(),
        opening.systemPrompt(),
        opening.context(),
        ConversationStatus.ACTIVE,
        1,
        0,
        now,
        now);
  }
}
