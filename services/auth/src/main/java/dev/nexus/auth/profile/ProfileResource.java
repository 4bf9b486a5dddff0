package dev.nexus.auth.profile;

import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.envelope.Envelope;
import dev.nexus.common.identity.Callers;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** {@code /api/v1/users/profile} (protocol 3.2). */
@Path("/api/v1/users/profile")
@Authenticated
@RunOnVirtualThread
public class ProfileResource {

  private final ProfileService profiles;
  private final Callers callers;
  private final Envelopes envelopes;

  ProfileResource(ProfileService profiles, Callers callers, Envelopes envelopes) {
    this.profiles = profiles;
    this.callers = callers;
    this.envelopes = envelopes;
  }

  /** The caller's profile. */
  @GET
  public Envelope<UserProfile> get() {
    return envelopes.wrap(profiles.get(callers.current()));
  }

  /** Changes the fields that are sent and gives the profile. */
  @PUT
  public Envelope<UserProfile> change(@NotNull ProfileRequest request) {
    return envelopes.wrap(profiles.change(callers.current(), request));
  }
}
