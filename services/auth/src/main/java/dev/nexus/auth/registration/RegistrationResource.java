package dev.nexus.auth.registration;

import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.envelope.Envelope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@code POST /api/v1/auth/register} (protocol 3.2). */
@Path("/api/v1/auth/register")
@PermitAll
@RunOnVirtualThread
public class RegistrationResource {

  private final RegistrationService registrations;
  private final Envelopes envelopes;

  RegistrationResource(RegistrationService registrations, Envelopes envelopes) {
    this.registrations = registrations;
    this.envelopes = envelopes;
  }

  /** Makes an account that can log in at once. */
  @POST
  @ResponseStatus(201)
  public Envelope<RegistrationView> register(@NotNull RegistrationRequest request) {
    return envelopes.wrap(registrations.register(request));
  }
}
