package dev.nexus.analytics.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.analytics.scope.QueryText;
import dev.nexus.analytics.scope.Scope;
import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.edge.IdempotencyKeys;
import dev.nexus.common.edge.QueryNumber;
import dev.nexus.common.envelope.Envelope;
import dev.nexus.common.identity.Callers;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/analytics/events} (protocol 3.7). */
@Path("/api/v1/analytics/events")
@Authenticated
@RunOnVirtualThread
public class EventResource {

  private static final int MAX_PAGE = 1_000;
  private static final int PAGE = 50;
  private static final int CREATED = 201;
  private static final int MULTI_STATUS = 207;

  private final EventService events;
  private final Callers callers;
  private final Envelopes envelopes;
  private final IdempotencyKeys keys;

  EventResource(EventService events, Callers callers, Envelopes envelopes, IdempotencyKeys keys) {
    this.events = events;
    this.callers = callers;
    this.envelopes = envelopes;
    this.keys = keys;
  }

  /**
   * Logs an event: {@code event_type}, {@code user_id}, {@code tenant_id} and {@code data} of the
   * protocol, beside them {@code event_id} (whose repetition counts once) and {@code timestamp}
   * (when it happened, if not now).
   */
  @POST
  @ResponseStatus(CREATED)
  public Envelope<LoggedView> log(@Nullable JsonNode event) {
    return envelopes.wrap(events.log(scope(), event, keys.current()));
  }

  /** Logs {@code {"events": […]}}; 207 when some of them are invalid and the rest was logged. */
  @POST
  @Path("batch")
  public Response logAll(@Nullable JsonNode batch) {
    BatchView result = events.logAll(scope(), batch, keys.current());
    return Response.status(result.rejected() == 0 ? CREATED : MULTI_STATUS)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(envelopes.wrap(result))
        .build();
  }

  /** What the caller may read, newest first. */
  @GET
  public Envelope<EventPage> list(
      @RestQuery("event_type") @Nullable String eventType,
      @RestQuery("user_id") @Nullable String userId,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String offset) {
    return envelopes.wrap(
        events.list(
            scope(),
            new EventFilter(
                QueryText.read("event_type", eventType), QueryText.read("user_id", userId)),
            QueryNumber.read("limit", limit, 1, MAX_PAGE, PAGE),
            QueryNumber.read("offset", offset, 0, Integer.MAX_VALUE, 0)));
  }

  private Scope scope() {
    return Scope.of(callers.current());
  }
}
