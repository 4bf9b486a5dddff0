package dev.nexus.auth.session;

import dev.nexus.auth.lockout.LockedOutException;
import dev.nexus.auth.lockout.LoginKeys;
import dev.nexus.auth.origin.Origins;
import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.envelope.Envelope;
import dev.nexus.common.error.NexusException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** {@code POST /api/v1/auth/login} (protocol 3.2). */
@Path("/api/v1/auth/login")
@PermitAll
@RunOnVirtualThread
public class LoginResource {

  private final LoginService logins;
  private final LoginKeys keys;
  private final Origins origins;
  private final FailurePace pace;
  private final Envelopes envelopes;

  LoginResource(
      LoginService logins, LoginKeys keys, Origins origins, FailurePace pace, Envelopes envelopes) {
    this.logins = logins;
    this.keys = keys;
    this.origins = origins;
    this.pace = pace;
    this.envelopes = envelopes;
  }

  /** Begins a session. */
  @POST
  public Envelope<LoginView> login(@NotNull LoginRequest request) {
    LoginRequest.Credentials credentials = request.check();
    long began = System.nanoTime();
    try {
      return envelopes.wrap(
          logins.login(credentials, keys.of(credentials.name(), origins.current())));
    } catch (NexusException | LockedOutException refusal) {
      pace.keep(began);
      throw refusal;
    }
  }
}
