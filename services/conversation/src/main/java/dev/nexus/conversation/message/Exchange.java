package dev.nexus.conversation.message;

import dev.nexus.conversation.lifecycle.Conversation;

/**
 * A message with its answer.
 *
 * @param conversation as it is now
 */
record Exchange(Conversation conversation, Message question, Message answer) {}
