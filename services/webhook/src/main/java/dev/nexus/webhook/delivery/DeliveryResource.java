package dev.nexus.webhook.delivery;

import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.envelope.Envelope;
import dev.nexus.common.identity.Callers;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was delivered, under {@code /api/v1/webhooks} (protocol 3.5). */
@Path("/api/v1/webhooks")
@Authenticated
@RunOnVirtualThread
public class DeliveryResource {

  private final DeliveryService deliveries;
  private final Callers callers;
  private final Envelopes envelopes;

  DeliveryResource(DeliveryService deliveries, Callers callers, Envelopes envelopes) {
    this.deliveries = deliveries;
    this.callers = callers;
    this.envelopes = envelopes;
  }

  /** Sends a test event; a receiver that fails is a result, not an error. */
  @POST
  @Path("{id}/test")
  public Envelope<TestView> test(@RestPath String id, @Nullable TestRequest request) {
    return envelopes.wrap(
        deliveries.test(callers.current(), id, request == null ? TestRequest.EMPTY : request));
  }

  /** What was delivered to a receiver, newest first. */
  @GET
  @Path("{id}/deliveries")
  public DeliveryPage list(
      @RestPath String id, @RestQuery @Nullable String limit, @RestQuery @Nullable String offset) {
    return deliveries.list(callers.current(), id, limit, offset, envelopes.metadata());
  }

  /** Counts over all of the caller's receivers. */
  @GET
  @Path("stats")
  public Envelope<StatsView> stats() {
    return envelopes.wrap(deliveries.stats(callers.current()));
  }
}
