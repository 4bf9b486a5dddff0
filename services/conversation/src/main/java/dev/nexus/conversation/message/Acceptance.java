package dev.nexus.conversation.message;

import dev.nexus.conversation.lifecycle.ConversationStatus;

/** What became of a user's message. */
sealed interface Acceptance {

  /** It is stored and has to be answered. */
  record Accepted(Message question) implements Acceptance {}

  /** It repeats an earlier one. */
  record Repeated(Message question) implements Acceptance {}

  /** Its client's name for it is that of an earlier one that says something else. */
  record Clash() implements Acceptance {}

  /** The conversation takes no more messages. */
  record Closed(ConversationStatus status) implements Acceptance {}

  /** There is no room for it and its answer. */
  record Full() implements Acceptance {}
}
