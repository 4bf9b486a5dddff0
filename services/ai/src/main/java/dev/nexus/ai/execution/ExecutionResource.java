package dev.nexus.ai.execution;

import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.edge.IdempotencyKeys;
import dev.nexus.common.envelope.Envelope;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.common.identity.Callers;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Template execution over HTTP (protocol 3.3). */
@Path("/api/v1/templates")
@Authenticated
@RunOnVirtualThread
public class ExecutionResource {

  private final ExecutionService executions;
  private final ExecutionStream stream;
  private final Envelopes envelopes;
  private final Callers callers;
  private final IdempotencyKeys repetitions;

  ExecutionResource(
      ExecutionService executions,
      ExecutionStream stream,
      Envelopes envelopes,
      Callers callers,
      IdempotencyKeys repetitions) {
    this.executions = executions;
    this.stream = stream;
    this.envelopes = envelopes;
    this.callers = callers;
    this.repetitions = repetitions;
  }

  /** Answers a query. */
  @POST
  @Path("execute")
  public Envelope<ExecutionView> execute(@Valid @Nullable ExecuteRequest request) {
    if (request == null) {
      throw new NexusException(CommonError.VALIDATION_FAILED, "query must not be blank")
          .field("query");
    }
    request.checkStorable();
    Outcome outcome =
        executions.execute(
            request, Owner.of(callers.current()), envelopes.request(), repetitions.current());
    return envelopes.wrap(
        Views.of(outcome.execution(), request.page()), outcome.cache(), outcome.quota());
  }

  /** An execution of the caller, whenever it was. */
  @GET
  @Path("status/{id}")
  public Envelope<ExecutionView> status(
      @PathParam("id") String id,
      @QueryParam("page") @Nullable String page,
      @QueryParam("page_size") @Nullable String size,
      @QueryParam("cursor") @Nullable String cursor) {
    Execution execution = executions.find(id, Owner.of(callers.current()));
    return envelopes.wrap(Views.of(execution, PageRequest.ofQuery(page, size, cursor)));
  }

  /** The results of an execution as events, one domain after the other (protocol 4.9). */
  @GET
  @Path("stream/{id}")
  public Response stream(@PathParam("id") String id) {
    Owner owner = Owner.of(callers.current());
    Execution execution = executions.find(id, owner);
    return Response.ok(stream.of(execution, owner), "text/event-stream")
        .header("Cache-Control", "no-cache")
        .build();
  }
}
