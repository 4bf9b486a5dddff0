package dev.nexus.auth.session;

import dev.nexus.auth.keycloak.Grant;

/**
 * Answer to a refresh (protocol 3.2): no refresh token, since that of the request stays good.
 *
 * @param accessToken JWT
 * @param tokenType {@code Bearer}
 * @param expiresIn life of the access token, s
 */
public record RefreshView(String accessToken, String tokenType, int expiresIn) {

  static final String BEARER = "Bearer";

  static RefreshView of(Grant.Tokens tokens) {
    return new RefreshView(tokens.accessToken(), BEARER, tokens.expiresIn());
  }

  /** A redacted form. */
  @Override
  public String toString() {
    return "RefreshView[expiresIn=" + expiresIn + "]";
  }
}
