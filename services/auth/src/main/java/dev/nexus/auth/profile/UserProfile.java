package dev.nexus.auth.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nexus.auth.keycloak.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user as it is answered (protocol 3.2).
 *
 * @param id UUID
 * @param email "" for accounts of services, which have none
 * @param username at most 50 characters; absent when it is longer
 * @param bio at most 500 characters
 * @param status {@code active} or {@code inactive}
 * @param roles may be empty
 * @param createdAt Unix seconds
 * @param lastLoginAt Unix seconds; absent when the user has not logged in within memory
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserProfile(
    String id,
    String email,
    @Nullable String username,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String bio,
    String status,
    List<String> roles,
    long createdAt,
    @Nullable Long lastLoginAt) {

  private static final int MAX_USERNAME = 50;

  /** The user, who has logged in last at the given time. */
  public static UserProfile of(User user, Optional<Instant> lastLogin) {
    return new UserProfile(
        user.id(),
        user.email().orElse(""),
        user.username().length() <= MAX_USERNAME ? user.username() : null,
        user.firstName().orElse(null),
        user.lastName().orElse(null),
        user.bio().orElse(null),
        user.enabled() ? "active" : "inactive",
        user.roles(),
        user.createdAt().getEpochSecond(),
        lastLogin.map(Instant::getEpochSecond).orElse(null));
  }
}
