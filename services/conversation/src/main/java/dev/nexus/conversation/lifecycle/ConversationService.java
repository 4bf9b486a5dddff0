package dev.nexus.conversation.lifecycle;

import dev.nexus.common.edge.IdempotencyKeys;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.conversation.input.Body;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** The rules of conversations: whose they are and how many there may be. */
@ApplicationScoped
public class ConversationService {

  private final ConversationStore store;
  private final LifecycleConfig limits;
  private final Clock clock;

  ConversationService(ConversationStore store, LifecycleConfig limits, Clock clock) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
  }

  Conversation create(Owner owner, Body body, Optional<String> requestKey) {
    Opening opening = Opening.from(body, limits);
    if (store.count(owner) >= limits.maxPerOwner()) {
      throw new NexusException(
          CommonError.RESOURCE_CONFLICT,
          "There are " + limits.maxPerOwner() + " conversations already");
    }
    Conversation conversation =
        Conversation.begun(owner, opening, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return store.add(conversation, requestKey, IdempotencyKeys.WINDOW);
  }

  /**
   * The owner's conversation.
   *
   * @throws NexusException RESOURCE_NOT_FOUND when it is unknown or another's (protocol 5.3)
   */
  public Conversation get(Owner owner, String id) {
    return parse(id)
        .flatMap(known -> store.find(owner, known))
        .orElseThrow(
            () ->
                new NexusException(
                    CommonError.RESOURCE_NOT_FOUND, "There is no such conversation"));
  }

  /** An ill-formed id is an unknown one (protocol 3.0). */
  private static Optional<UUID> parse(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
