package dev.nexus.conversation.message;

import dev.nexus.conversation.assistant.Assistant;
import dev.nexus.conversation.assistant.Reply;
import dev.nexus.conversation.assistant.Turn;
import dev.nexus.conversation.lifecycle.Conversation;
import dev.nexus.conversation.memory.ContextWindow;
import dev.nexus.conversation.memory.Line;
import dev.nexus.conversation.memory.MemoryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Has the assistant answer a stored message. No connection is held while it thinks. */
@ApplicationScoped
class Answering {

  /** More bytes than a token has make no difference to the window. */
  private static final long BYTES_PER_TOKEN = 8;

  private final MessageStore store;
  private final Assistant assistant;
  private final MemoryConfig memory;
  private final Clock clock;

  Answering(MessageStore store, Assistant assistant, MemoryConfig memory, Clock clock) {
    this.store = store;
    this.assistant = assistant;
    this.memory = memory;
    this.clock = clock;
  }

  /** The stored answer; one that could not be given is stored as failed. */
  Message answer(Conversation conversation, Message question, Sender sender) {
    Turn turn =
        new Turn(
            conversation.id(),
            question.content(),
            window(conversation, question),
            conversation.context(),
            sender.credentials(),
            sender.deadline());
    Reply reply = assistant.reply(turn);
    return store.settle(
        new NewAnswer(
            question, conversation.botId(), reply, clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  /** Up to the question: what was said after it is no reason for its answer. */
  private ContextWindow window(Conversation conversation, Message question) {
    List<Line> lines =
        store
            .latest(
                conversation.id(),
                question.sequence(),
                memory.maxMessages(),
                memory.maxTokens() * BYTES_PER_TOKEN)
            .stream()
            .filter(message -> !message.isFailed())
            .map(Message::line)
            .toList();
    return ContextWindow.over(conversation.systemPrompt(), lines, memory.maxTokens());
  }
}
