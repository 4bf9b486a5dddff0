package dev.nexus.conversation.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.envelope.Envelope;
import dev.nexus.common.identity.Callers;
import dev.nexus.conversation.lifecycle.Owner;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was said in conversations (protocol 3.6). */
@Path("/api/v1/conversations")
@Authenticated
@RunOnVirtualThread
public class TranscriptResource {

  private final Transcripts transcripts;
  private final Callers callers;
  private final Envelopes envelopes;

  TranscriptResource(Transcripts transcripts, Callers callers, Envelopes envelopes) {
    this.transcripts = transcripts;
    this.callers = callers;
    this.envelopes = envelopes;
  }

  /** A conversation with its messages. */
  @GET
  @Path("{id}")
  public Envelope<TranscriptView> read(@RestPath String id) {
    return envelopes.wrap(transcripts.read(owner(), id));
  }

  /** A page of a conversation's messages, oldest first. */
  @GET
  @Path("{id}/history")
  public Envelope<HistoryView> history(
      @RestPath String id,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String offset,
      @RestQuery @Nullable String before,
      @RestQuery @Nullable String after) {
    HistoryQuery query = new HistoryQuery(limit, offset, before, after);
    return envelopes.wrap(transcripts.history(owner(), id, query));
  }

  /** The user types, or stops to. */
  @POST
  @Path("{id}/typing")
  public Envelope<TypingView> typing(@RestPath String id, @Nullable JsonNode body) {
    return envelopes.wrap(transcripts.typing(owner(), id, body));
  }

  private Owner owner() {
    return Owner.of(callers.current());
  }
}
