package dev.nexus.common.testing.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.envelope.Envelope;
import dev.nexus.common.identity.Caller;
import dev.nexus.common.identity.Callers;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** An endpoint of each kind, to see the edge at work. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
public class EchoResource {

  record Question(@NotBlank String queryText, int count) {}

  private final Envelopes envelopes;
  private final Callers callers;

  EchoResource(Envelopes envelopes, Callers callers) {
    this.envelopes = envelopes;
    this.callers = callers;
  }

  @POST
  @Path("echo")
  public Envelope<JsonNode> echo(JsonNode body) {
    return envelopes.wrap(body);
  }

  @POST
  @Path("question")
  public Envelope<Question> question(@Valid Question question) {
    return envelopes.wrap(question);
  }

  @GET
  @Path("caller")
  public Envelope<Caller> caller() {
    return envelopes.wrap(callers.current());
  }

  @DELETE
  @Path("echo")
  public Envelope<String> delete(JsonNode body) {
    return envelopes.wrap("deleted");
  }

  @GET
  @Path("public")
  @PermitAll
  public Envelope<String> open() {
    return envelopes.wrap("open");
  }

  @POST
  @Path("admin/things")
  @RolesAllowed({"admin", "superuser"})
  public JsonNode admin(JsonNode body) {
    return body;
  }

  @GET
  @Path("broken")
  public String broken() {
    throw new IllegalStateException("a secret detail");
  }
}
