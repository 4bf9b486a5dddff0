package dev.nexus.auth.keycloak;

import java.util.Optional;

/** What became of the writing of a user. */
public sealed interface UserWrite {

  /** It is written. */
  record Written(String userId) implements UserWrite {}

  /** Another user has the name or the e-mail. */
  record Taken() implements UserWrite {}

  /** There is no such user. */
  record Missing() implements UserWrite {}

  /**
   * The realm does not take a value.
   *
   * @param field the wire's name of the field, when Keycloak names one that clients know
   * @param reason Keycloak's words, without the value
   */
  record Rejected(Optional<String> field, String reason) implements UserWrite {}
}
