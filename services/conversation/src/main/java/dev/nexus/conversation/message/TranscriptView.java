package dev.nexus.conversation.message;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.nexus.conversation.lifecycle.Conversation;
import dev.nexus.conversation.lifecycle.ConversationView;
import java.util.List;

/**
 * A conversation with its latest messages (protocol 3.6).
 *
 * @param messages oldest first
 */
record TranscriptView(@JsonUnwrapped ConversationView conversation, List<MessageView> messages) {

  static TranscriptView of(Conversation conversation, List<Message> messages) {
    return new TranscriptView(
        ConversationView.of(conversation), messages.stream().map(MessageView::of).toList());
  }
}
