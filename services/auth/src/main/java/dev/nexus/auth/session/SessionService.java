package dev.nexus.auth.session;

import dev.nexus.auth.audit.AuditKind;
import dev.nexus.auth.audit.AuditLog;
import dev.nexus.auth.audit.Subject;
import dev.nexus.auth.keycloak.Grant;
import dev.nexus.auth.keycloak.Grants;
import dev.nexus.auth.keycloak.Users;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What happens to a session after its login. */
@ApplicationScoped
class SessionService {

  private final Grants grants;
  private final Users users;
  private final AuditLog audit;

  SessionService(Grants grants, Users users, AuditLog audit) {
    this.grants = grants;
    this.users = users;
    this.audit = audit;
  }

  /**
   * A new access token.
   *
   * @throws NexusException INVALID_TOKEN when the refresh token is not good, for whatever reason
   */
  RefreshView refresh(String refreshToken) {
    return switch (grants.refresh(refreshToken)) {
      case Grant.Tokens tokens -> {
        Subject user = Subject.user(tokens.userId());
        audit.record(AuditKind.TOKEN_REFRESHED, user, "");
        yield RefreshView.of(tokens);
      }
      case Grant.Refused refused -> {
        audit.record(AuditKind.REFRESH_FAILED, Subject.NOBODY, refused.reason());
        throw new NexusException(
            CommonError.INVALID_TOKEN, "The refresh token is not valid: log in again");
      }
    };
  }

  /**
   * Ends the caller's session, and that of a refresh token which the caller holds. Access tokens
   * that are out stay good until they expire.
   *
   * @param sessionId empty for services, which have no session
   */
  LogoutView logout(String userId, Optional<String> sessionId, Optional<String> refreshToken) {
    sessionId.ifPresent(users::endSession);
    refreshToken.ifPresent(grants::revoke);
    audit.record(AuditKind.LOGGED_OUT, Subject.user(userId), "");
    return new LogoutView("logged_out", "The session has ended");
  }
}
