package dev.nexus.auth.keycloak;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user of the realm.
 *
 * @param id UUID
 * @param username what it logs in with
 * @param email what it logs in with too; absent for accounts of services
 * @param enabled whether it may log in
 * @param roles realm roles, own and inherited, without Keycloak's internal ones; sorted
 */
public record User(
    String id,
    String username,
    Optional<String> email,
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> bio,
    boolean enabled,
    Instant createdAt,
    List<String> roles) {

  public User {
    roles = List.copyOf(roles);
  }
}
