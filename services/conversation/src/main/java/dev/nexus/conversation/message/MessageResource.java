package dev.nexus.conversation.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.edge.IdempotencyKeys;
import dev.nexus.common.edge.RequestContext;
import dev.nexus.common.envelope.Envelope;
import dev.nexus.common.identity.Callers;
import dev.nexus.conversation.assistant.AssistantConfig;
import dev.nexus.conversation.assistant.Credentials;
import dev.nexus.conversation.assistant.Deadline;
import dev.nexus.conversation.lifecycle.Owner;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Sending of messages (protocol 3.6). */
@Path("/api/v1/conversations")
@Authenticated
@RunOnVirtualThread
public class MessageResource {

  private final MessageService messages;
  private final Callers callers;
  private final Envelopes envelopes;
  private final IdempotencyKeys repetitions;
  private final AssistantConfig assistant;

  MessageResource(
      MessageService messages,
      Callers callers,
      Envelopes envelopes,
      IdempotencyKeys repetitions,
      AssistantConfig assistant) {
    this.messages = messages;
    this.callers = callers;
    this.envelopes = envelopes;
    this.repetitions = repetitions;
    this.assistant = assistant;
  }

  /** Stores a message and answers with it and the assistant's reply. */
  @POST
  @Path("{id}/messages")
  public Envelope<ExchangeView> send(@RestPath String id, @Nullable JsonNode body) {
    RequestContext request = envelopes.request();
    Sender sender =
        new Sender(
            Owner.of(callers.current()),
            repetitions.current(),
            new Credentials(callers.bearerToken(), request.requestId()),
            Deadline.after(assistant.budget().minusMillis(request.elapsedMillis())));
    return envelopes.wrap(ExchangeView.of(messages.send(sender, id, body)));
  }
}
