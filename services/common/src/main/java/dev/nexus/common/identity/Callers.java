package dev.nexus.common.identity;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Gives the caller of the current request. */
@ApplicationScoped
public class Callers {

  private final CurrentIdentityAssociation identities;

  Callers(CurrentIdentityAssociation identities) {
    this.identities = identities;
  }

  /**
   * The verified caller.
   *
   * @throws UnauthorizedException when the request carries no token
   */
  public Caller current() {
    SecurityIdentity identity = identities.getIdentity();
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      throw new UnauthorizedException();
    }
    return new Caller(
        token.getSubject(),
        Optional.ofNullable(token.<String>getClaim("email")),
        Optional.ofNullable(token.<String>getClaim("tenant_id")).orElse(Caller.DEFAULT_TENANT),
        Set.copyOf(identity.getRoles()));
  }

  /** The bearer token as it came, to be forwarded to a peer that acts for the same user. */
  public String bearerToken() {
    if (!(identities.getIdentity().getPrincipal() instanceof JsonWebToken token)) {
      throw new UnauthorizedException();
    }
    return token.getRawToken();
  }
}
