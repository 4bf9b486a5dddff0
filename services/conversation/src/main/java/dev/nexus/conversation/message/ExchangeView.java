package dev.nexus.conversation.message;

import dev.nexus.conversation.lifecycle.ConversationStatus;

/**
 * Answer to a sent message: the MessageResponse of protocol 3.6.
 *
 * @param totalMessages of the conversation, as a GET tells next
 */
record ExchangeView(
    String conversationId,
    MessageView userMessage,
    MessageView aiResponse,
    ConversationStatus conversationStatus,
    int totalMessages) {

  static ExchangeView of(Exchange exchange) {
    return new ExchangeView(
        exchange.conversation().id().toString(),
        MessageView.of(exchange.question()),
        MessageView.of(exchange.answer()),
        exchange.conversation().status(),
        exchange.conversation().messageCount());
  }
}
