package dev.nexus.auth.session;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The session that the caller's token belongs to. */
@ApplicationScoped
class CurrentSession {

  private static final String CLAIM = "sid";

  private final CurrentIdentityAssociation identities;

  CurrentSession(CurrentIdentityAssociation identities) {
    this.identities = identities;
  }

  /** The session's id in Keycloak; empty for a token without a session. */
  Optional<String> id() {
    return identities.getIdentity().getPrincipal() instanceof JsonWebToken token
        ? Optional.ofNullable(token.<String>getClaim(CLAIM))
        : Optional.empty();
  }
}
