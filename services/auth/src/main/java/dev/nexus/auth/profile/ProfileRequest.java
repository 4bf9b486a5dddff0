package dev.nexus.auth.profile;

import dev.nexus.auth.input.Limits;
import dev.nexus.auth.input.Texts;
import dev.nexus.auth.keycloak.UserChange;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/v1/users/profile}. Absent, null and "" all mean unchanged (protocol 3.2):
 * clients drop empty fields.
 */
public record ProfileRequest(
    @Nullable String firstName, @Nullable String lastName, @Nullable String bio) {

  private static final String FIRST_NAME = "first_name";
  private static final String LAST_NAME = "last_name";
  private static final String BIO = "bio";

  /** What of the user changes, checked. */
  UserChange change() {
    return new UserChange(
        Texts.optional(FIRST_NAME, firstName, Limits.NAME),
        Texts.optional(LAST_NAME, lastName, Limits.NAME),
        Texts.optional(BIO, bio, Limits.BIO));
  }

  /** Names of the fields that a change holds. */
  static String fields(UserChange change) {
    return Stream.of(
            change.firstName().map(text -> FIRST_NAME),
            change.lastName().map(text -> LAST_NAME),
            change.bio().map(text -> BIO))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(","));
  }
}
