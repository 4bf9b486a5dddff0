package dev.nexus.webhook.registration;

import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.edge.IdempotencyKeys;
import dev.nexus.common.edge.QueryNumber;
import dev.nexus.common.envelope.Envelope;
import dev.nexus.common.identity.Callers;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/webhooks} (protocol 3.5). */
@Path("/api/v1/webhooks")
@Authenticated
@RunOnVirtualThread
public class WebhookResource {

  private static final int MAX_PAGE = 100;
  private static final int PAGE = 50;

  private final WebhookService webhooks;
  private final Callers callers;
  private final Envelopes envelopes;
  private final IdempotencyKeys keys;

  WebhookResource(
      WebhookService webhooks, Callers callers, Envelopes envelopes, IdempotencyKeys keys) {
    this.webhooks = webhooks;
    this.callers = callers;
    this.envelopes = envelopes;
    this.keys = keys;
  }

  /** Registers a receiver; neither resolves nor contacts it. */
  @POST
  @ResponseStatus(201)
  public Envelope<RegistrationView> register(@NotNull RegistrationRequest request) {
    Webhook webhook = webhooks.register(callers.current(), request, keys.current());
    return envelopes.wrap(RegistrationView.of(webhook));
  }

  /** The caller's receivers, newest first. */
  @GET
  public Envelope<WebhookList> list(
      @RestQuery("active_only") @Nullable String activeOnly,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String offset) {
    return envelopes.wrap(
        webhooks.list(
            callers.current(),
            Boolean.parseBoolean(activeOnly),
            QueryNumber.read("limit", limit, 1, MAX_PAGE, PAGE),
            QueryNumber.read("offset", offset, 0, Integer.MAX_VALUE, 0)));
  }

  /** Forgets a receiver and its deliveries. A body may come with the request and says nothing. */
  @DELETE
  @Path("{id}")
  public Envelope<DeletionView> delete(@RestPath String id) {
    webhooks.delete(callers.current(), id);
    return envelopes.wrap(new DeletionView(id, "deleted", "Webhook deleted"));
  }
}
