package dev.nexus.conversation.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.conversation.assistant.Deadline;
import dev.nexus.conversation.input.Body;
import dev.nexus.conversation.lifecycle.Conversation;
import dev.nexus.conversation.lifecycle.ConversationService;
import dev.nexus.conversation.message.Acceptance.Accepted;
import dev.nexus.conversation.message.Acceptance.Clash;
import dev.nexus.conversation.message.Acceptance.Closed;
import dev.nexus.conversation.message.Acceptance.Full;
import dev.nexus.conversation.message.Acceptance.Repeated;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exchanges: each message is stored first and answered once, however often it is sent. */
@ApplicationScoped
class MessageService {

  /** Between the deadline of a request and the moment when its work may be taken over. */
  private static final Duration GRACE = Duration.ofSeconds(4);

  /** With less than this left there is no use in beginning an answer. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  private static final Duration FIRST_POLL = Duration.ofMillis(20);
  private static final Duration LONGEST_POLL = Duration.ofMillis(320);

  private final ConversationService conversations;
  private final MessageStore store;
  private final Answering answering;
  private final MessageConfig limits;
  private final Clock clock;

  MessageService(
      ConversationService conversations,
      MessageStore store,
      Answering answering,
      MessageConfig limits,
      Clock clock) {
    this.conversations = conversations;
    this.store = store;
    this.answering = answering;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Stores the message and its answer, or gives those that the request repeats.
   *
   * @throws NexusException RESOURCE_NOT_FOUND, a validation error, RESOURCE_CONFLICT or
   *     DUPLICATE_RESOURCE; SERVICE_UNAVAILABLE when the answer to a repeat is still being made
   */
  Exchange send(Sender sender, String id, @Nullable JsonNode body) {
    Conversation conversation = conversations.get(sender.owner(), id);
    Draft draft = Draft.from(Body.of(body), limits);
    NewMessage message =
        new NewMessage(
            conversation.id(),
            sender.owner().userId(),
            draft,
            sender.requestKey(),
            now(),
            due(sender.deadline()));
    return switch (store.accept(message, limits.maxPerConversation())) {
      case Accepted accepted -> answer(conversation, accepted.question(), sender);
      case Repeated repeated -> await(conversation, repeated.question(), sender);
      case Clash clash ->
          throw new NexusException(
                  CommonError.DUPLICATE_RESOURCE,
                  "Another message of this conversation has this client_message_id")
              .field("client_message_id");
      case Closed closed ->
          throw new NexusException(
              CommonError.RESOURCE_CONFLICT,
              "The conversation is " + closed.status().wire() + " and takes no more messages");
      case Full full ->
          throw new NexusException(
              CommonError.RESOURCE_CONFLICT,
              "The conversation has its "
                  + limits.maxPerConversation()
                  + " messages: begin another one");
    };
  }

  private Exchange answer(Conversation conversation, Message question, Sender sender) {
    Message answer = answering.answer(conversation, question, sender);
    return exchange(question, answer, sender);
  }

  /** The answer of the earlier request, or ours when that one has died over it. */
  private Exchange await(Conversation conversation, Message question, Sender sender) {
    Deadline deadline = sender.deadline();
    Duration pause = FIRST_POLL;
    while (true) {
      Optional<Message> answer = store.answer(question);
      if (answer.isPresent()) {
        return exchange(question, answer.get(), sender);
      }
      if (deadline.remaining().compareTo(LEAST) < 0 || !sleep(pause)) {
        throw new NexusException(
            CommonError.SERVICE_UNAVAILABLE,
            "The message is kept and its answer is still being made: send it again");
      }
      if (isOverdue(question) && store.takeOver(question, now(), due(deadline))) {
        return answer(conversation, question, sender);
      }
      pause = pause.compareTo(LONGEST_POLL) < 0 ? pause.multipliedBy(2) : pause;
    }
  }

  private boolean isOverdue(Message question) {
    return question.answerDue().filter(due -> due.isBefore(now())).isPresent();
  }

  private static boolean sleep(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** With the conversation read anew: its count is told, and others may have written. */
  private Exchange exchange(Message question, Message answer, Sender sender) {
    Conversation now = conversations.get(sender.owner(), question.conversationId().toString());
    return new Exchange(now, question, answer);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Instant due(Deadline deadline) {
    return now().plus(deadline.remaining()).plus(GRACE).truncatedTo(ChronoUnit.MICROS);
  }
}
