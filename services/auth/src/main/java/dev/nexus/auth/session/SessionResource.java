package dev.nexus.auth.session;

import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.envelope.Envelope;
import dev.nexus.common.identity.Callers;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** Refresh and logout, under {@code /api/v1/auth} (protocol 3.2). */
@Path("/api/v1/auth")
@RunOnVirtualThread
public class SessionResource {

  private final SessionService sessions;
  private final CurrentSession current;
  private final Callers callers;
  private final Envelopes envelopes;

  SessionResource(
      SessionService sessions, CurrentSession current, Callers callers, Envelopes envelopes) {
    this.sessions = sessions;
    this.current = current;
    this.callers = callers;
    this.envelopes = envelopes;
  }

  /** A new access token. An Authorization header is not looked at: it is often the expired one. */
  @POST
  @Path("refresh")
  @PermitAll
  public Envelope<RefreshView> refresh(@NotNull RefreshRequest request) {
    return envelopes.wrap(sessions.refresh(request.required()));
  }

  /** Ends the session of the caller's token. */
  @POST
  @Path("logout")
  @Authenticated
  public Envelope<LogoutView> logout(@Nullable RefreshRequest request) {
    RefreshRequest sent = request == null ? RefreshRequest.EMPTY : request;
    return envelopes.wrap(sessions.logout(callers.current().id(), current.id(), sent.optional()));
  }
}
