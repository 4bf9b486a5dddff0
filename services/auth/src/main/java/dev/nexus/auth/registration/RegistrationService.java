package dev.nexus.auth.registration;

import dev.nexus.auth.audit.AuditKind;
import dev.nexus.auth.audit.AuditLog;
import dev.nexus.auth.audit.Subject;
import dev.nexus.auth.input.Rejection;
import dev.nexus.auth.keycloak.NewUser;
import dev.nexus.auth.keycloak.UserWrite;
import dev.nexus.auth.keycloak.Users;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Makes accounts. A registration that is sent again is a conflict, also with the request id of the
 * first: clients reuse ids on purpose, and the contract wants the second to fail.
 */
@ApplicationScoped
public class RegistrationService {

  private static final Logger LOG = Logger.getLogger(RegistrationService.class);

  private final Users users;
  private final AuditLog audit;

  RegistrationService(Users users, AuditLog audit) {
    this.users = users;
    this.audit = audit;
  }

  RegistrationView register(RegistrationRequest request) {
    NewUser user = request.check();
    return switch (users.create(user)) {
      case UserWrite.Written written -> {
        record(written.userId(), user.email());
        yield new RegistrationView(written.userId(), "Account created", false);
      }
      case UserWrite.Rejected rejected -> throw Rejection.of(rejected);
      case UserWrite.Taken taken ->
          throw new NexusException(
                  CommonError.DUPLICATE_RESOURCE, "There is an account with this e-mail already")
              .field("email");
      case UserWrite.Missing missing ->
          throw new IllegalStateException("the realm has no place for users");
    };
  }

  /** The account is there and cannot be taken back: its owner hears of it, recorded or not. */
  private void record(String userId, String email) {
    try {
      audit.record(AuditKind.REGISTERED, Subject.user(userId, email), "");
    } catch (NexusException e) {
      LOG.errorf(e, "The registration of user %s is not recorded", userId);
    }
  }
}
