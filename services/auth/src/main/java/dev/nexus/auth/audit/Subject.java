package dev.nexus.auth.audit;

import java.util.Locale;
import java.util.Optional;

/**
 * Whom an event is about.
 *
 * @param userId the user, when it is known
 * @param account what the user goes by, in lower case
 * @param proven whether the account is known to be one. What somebody typed who failed to log in
 *     may be a password in the wrong field, so it is kept only if it is an account by other events
 */
public record Subject(Optional<String> userId, Optional<String> account, boolean proven) {

  public static final Subject NOBODY = new Subject(Optional.empty(), Optional.empty(), true);

  /** A user. */
  public static Subject user(String id) {
    return new Subject(Optional.of(id), Optional.empty(), true);
  }

  /** A user under the name that it used. */
  public static Subject user(String id, String account) {
    return new Subject(Optional.of(id), Optional.of(account.toLowerCase(Locale.ROOT)), true);
  }

  /** Somebody who claims to be an account. */
  public static Subject claimed(String account) {
    return new Subject(Optional.empty(), Optional.of(account.toLowerCase(Locale.ROOT)), false);
  }
}
