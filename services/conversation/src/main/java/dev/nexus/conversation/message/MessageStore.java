package dev.nexus.conversation.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Durable messages. Whoever adds one is alone in its conversation. */
interface MessageStore {

  /**
   * Adds a user's message, unless it repeats one or the conversation does not take it.
   *
   * @param max messages the conversation may have
   */
  Acceptance accept(NewMessage message, int max);

  /** The answer to a message, if it is there. */
  Optional<Message> answer(Message question);

  /** Adds the answer and gives it; when there is one already, gives that. */
  Message settle(NewAnswer answer);

  /**
   * Takes over the work on an answer that is overdue and not there.
   *
   * @param until when it is due anew
   * @return whether the work is the caller's now
   */
  boolean takeOver(Message question, Instant now, Instant until);

  /**
   * The latest messages, oldest first.
   *
   * @param upTo the number of the last one
   * @param max how many, at most
   * @param maxSize bytes of all contents and metadata, at most; one message is always given
   */
  List<Message> latest(UUID conversationId, int upTo, int max, long maxSize);

  /** How many there are in the span. */
  int count(UUID conversationId, Span span);

  /** Some of those in the span, oldest first. */
  List<Message> page(UUID conversationId, Span span, int limit, int offset);
}
