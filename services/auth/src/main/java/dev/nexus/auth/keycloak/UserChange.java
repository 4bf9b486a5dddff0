package dev.nexus.auth.keycloak;

import java.util.Optional;

/** What of a user is to be changed; what is absent stays as it is. */
public record UserChange(
    Optional<String> firstName, Optional<String> lastName, Optional<String> bio) {

  /** Whether nothing is to be changed. */
  public boolean isEmpty() {
    return firstName.isEmpty() && lastName.isEmpty() && bio.isEmpty();
  }
}
