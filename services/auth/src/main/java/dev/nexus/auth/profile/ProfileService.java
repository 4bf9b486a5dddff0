package dev.nexus.auth.profile;

import dev.nexus.auth.audit.AuditKind;
import dev.nexus.auth.audit.AuditLog;
import dev.nexus.auth.audit.Subject;
import dev.nexus.auth.input.Rejection;
import dev.nexus.auth.keycloak.UserChange;
import dev.nexus.auth.keycloak.UserWrite;
import dev.nexus.auth.keycloak.Users;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.common.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** The caller's own profile, read and written in the realm. */
@ApplicationScoped
public class ProfileService {

  private final Users users;
  private final AuditLog audit;

  ProfileService(Users users, AuditLog audit) {
    this.users = users;
    this.audit = audit;
  }

  UserProfile get(Caller caller) {
    return users
        .find(caller.id())
        .map(user -> UserProfile.of(user, audit.lastLogin(user.id())))
        .orElseThrow(ProfileService::gone);
  }

  UserProfile change(Caller caller, ProfileRequest request) {
    UserChange change = request.change();
    if (!change.isEmpty()) {
      switch (users.change(caller.id(), change)) {
        case UserWrite.Written written ->
            audit.record(
                AuditKind.PROFILE_CHANGED,
                Subject.user(written.userId()),
                ProfileRequest.fields(change));
        case UserWrite.Rejected rejected -> throw Rejection.of(rejected);
        case UserWrite.Missing missing -> throw gone();
        case UserWrite.Taken taken ->
            throw new NexusException(
                CommonError.RESOURCE_CONFLICT, "The profile was changed by another request");
      }
    }
    return get(caller);
  }

  /** A token outlives its user. */
  private static NexusException gone() {
    return new NexusException(
        CommonError.RESOURCE_NOT_FOUND, "The account does not exist any more");
  }
}
