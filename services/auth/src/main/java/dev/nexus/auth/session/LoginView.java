package dev.nexus.auth.session;

import dev.nexus.auth.keycloak.Grant;
import dev.nexus.auth.profile.UserProfile;

/**
 * Answer to a login (protocol 3.2).
 *
 * @param accessToken JWT
 * @param refreshToken good for as long as its session
 * @param tokenType {@code Bearer}
 * @param expiresIn life of the access token, s
 * @param user who has logged in
 */
public record LoginView(
    String accessToken, String refreshToken, String tokenType, int expiresIn, UserProfile user) {

  static LoginView of(Grant.Tokens tokens, UserProfile user) {
    return new LoginView(
        tokens.accessToken(), tokens.refreshToken(), RefreshView.BEARER, tokens.expiresIn(), user);
  }

  /** A redacted form. */
  @Override
  public String toString() {
    return "LoginView[user=" + user.id() + "]";
  }
}
