package dev.nexus.conversation.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.edge.IdempotencyKeys;
import dev.nexus.common.envelope.Envelope;
import dev.nexus.common.identity.Callers;
import dev.nexus.conversation.input.Body;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Creation of conversations (protocol 3.6). */
@Path("/api/v1/conversations")
@Authenticated
@RunOnVirtualThread
public class ConversationResource {

  private final ConversationService conversations;
  private final Callers callers;
  private final Envelopes envelopes;
  private final IdempotencyKeys repetitions;

  ConversationResource(
      ConversationService conversations,
      Callers callers,
      Envelopes envelopes,
      IdempotencyKeys repetitions) {
    this.conversations = conversations;
    this.callers = callers;
    this.envelopes = envelopes;
    this.repetitions = repetitions;
  }

  /** Begins a conversation; the body may be absent. */
  @POST
  @ResponseStatus(201)
  public Envelope<ConversationView> create(@Nullable JsonNode body) {
    Conversation conversation =
        conversations.create(Owner.of(callers.current()), Body.of(body), repetitions.current());
    return envelopes.wrap(ConversationView.of(conversation));
  }
}
