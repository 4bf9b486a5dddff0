package dev.nexus.auth.keycloak;

import java.util.Optional;

/**
 * A user to be made.
 *
 * @param email also its user name
 * @param tenantId empty for the default tenant
 */
public record NewUser(
    String email, String password, String firstName, String lastName, Optional<String> tenantId) {

  /** A redacted form. */
  @Override
  public String toString() {
    return "NewUser[email=" + email + "]";
  }
}
