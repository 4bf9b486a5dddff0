package dev.nexus.auth.session;

import dev.nexus.auth.audit.AuditKind;
import dev.nexus.auth.audit.AuditLog;
import dev.nexus.auth.audit.Subject;
import dev.nexus.auth.keycloak.Grant;
import dev.nexus.auth.keycloak.Grants;
import dev.nexus.auth.keycloak.User;
import dev.nexus.auth.keycloak.Users;
import dev.nexus.auth.lockout.LockedOutException;
import dev.nexus.auth.lockout.LoginGuard;
import dev.nexus.auth.lockout.LoginKey;
import dev.nexus.auth.profile.UserProfile;
import dev.nexus.auth.turn.LoginTurns;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** First-party login. Why one is refused is in the audit only: clients get one constant text. */
@ApplicationScoped
class LoginService {

  private final Grants grants;
  private final Users users;
  private final LoginGuard guard;
  private final LoginTurns turns;
  private final AuditLog audit;

  LoginService(Grants grants, Users users, LoginGuard guard, LoginTurns turns, AuditLog audit) {
    this.grants = grants;
    this.users = users;
    this.guard = guard;
    this.turns = turns;
    this.audit = audit;
  }

  /**
   * Begins a session.
   *
   * @throws NexusException AUTHENTICATION_FAILED when the credentials are not good
   * @throws LockedOutException when too many were not
   */
  LoginView login(LoginRequest.Credentials credentials, LoginKey key) {
    guard.check(key);
    Grant.Tokens tokens = turns.take(key.account(), () -> verify(credentials, key));
    User user = users.find(tokens.userId()).orElseThrow(LoginService::failure);
    Instant now =
        audit.record(AuditKind.LOGIN_SUCCEEDED, Subject.user(user.id(), credentials.name()), "");
    return LoginView.of(tokens, UserProfile.of(user, Optional.of(now)));
  }

  private Grant.Tokens verify(LoginRequest.Credentials credentials, LoginKey key) {
    guard.check(key);
    return switch (grants.password(credentials.name(), credentials.password())) {
      case Grant.Tokens tokens -> admit(tokens, key);
      case Grant.Refused refused -> throw refuse(refused, credentials, key);
    };
  }

  private Grant.Tokens admit(Grant.Tokens tokens, LoginKey key) {
    try {
      guard.succeeded(key);
      return tokens;
    } catch (LockedOutException e) {
      grants.revoke(tokens.refreshToken());
      throw e;
    }
  }

  private NexusException refuse(
      Grant.Refused refused, LoginRequest.Credentials credentials, LoginKey key) {
    boolean locked = guard.failed(key);
    Subject subject = Subject.claimed(credentials.name());
    audit.record(AuditKind.LOGIN_FAILED, subject, refused.reason());
    if (locked) {
      audit.record(AuditKind.LOCKED_OUT, subject, "");
    }
    return failure();
  }

  private static NexusException failure() {
    return new NexusException(
        CommonError.AUTHENTICATION_FAILED, "The e-mail or the password is wrong");
  }
}
