package dev.nexus.conversation.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.common.error.CommonError;
import dev.nexus.conversation.input.Body;
import dev.nexus.conversation.lifecycle.Conversation;
import dev.nexus.conversation.lifecycle.ConversationService;
import dev.nexus.conversation.lifecycle.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations with what was said in them. */
@ApplicationScoped
class Transcripts {

  private final ConversationService conversations;
  private final MessageStore store;
  private final MessageConfig limits;
  private final Clock clock;

  Transcripts(
      ConversationService conversations, MessageStore store, MessageConfig limits, Clock clock) {
    this.conversations = conversations;
    this.store = store;
    this.limits = limits;
    this.clock = clock;
  }

  /** The conversation with its latest messages: exactly those that its count tells of. */
  TranscriptView read(Owner owner, String id) {
    Conversation conversation = conversations.get(owner, id);
    List<Message> messages =
        store.latest(
            conversation.id(),
            conversation.messageCount(),
            limits.maxShown(),
            limits.maxShownSize().asLongValue());
    return TranscriptView.of(conversation, messages);
  }

  /** A page of what was said; its bounds are read after the conversation is known to exist. */
  HistoryView history(Owner owner, String id, HistoryQuery query) {
    Conversation conversation = conversations.get(owner, id);
    Span span = Span.of(query.after(), query.before());
    int limit = query.readLimit();
    int offset = query.readOffset();
    return new HistoryView(
        store.page(conversation.id(), span, limit, offset).stream().map(MessageView::of).toList(),
        store.count(conversation.id(), span),
        limit,
        offset);
  }

  /** Takes note that the user types or stops to. */
  TypingView typing(Owner owner, String id, @Nullable JsonNode body) {
    Conversation conversation = conversations.get(owner, id);
    boolean typing =
        Body.of(body)
            .truth("typing")
            .orElseThrow(
                () -> Body.wrong(CommonError.VALIDATION_FAILED, "typing", "must be true or false"));
    return new TypingView(
        conversation.id().toString(),
        typing,
        clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
  }
}
