package dev.nexus.conversation.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Durable conversations. */
interface ConversationStore {

  /**
   * Adds a conversation, unless the request repeats one of the window.
   *
   * @param requestKey tells a repeat of the request, if it can be told
   * @return the added conversation or the earlier one
   */
  Conversation add(Conversation conversation, Optional<String> requestKey, Duration window);

  /** How many the owner has, the deleted ones not counted. */
  int count(Owner owner);

  /** The owner's conversation. */
  Optional<Conversation> find(Owner owner, UUID id);

  /** Archives active ones that were idle since; at most {@code limit}. Gives their number. */
  int archive(Instant idleSince, int limit);

  /** Deletes archived ones that were idle since, with their texts; at most {@code limit}. */
  int delete(Instant idleSince, int limit);

  /** Forgets deleted ones that were idle since; at most {@code limit}. */
  int forget(Instant idleSince, int limit);
}
