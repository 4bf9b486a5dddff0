package dev.nexus.auth.keycloak;

/** What became of a request for tokens. */
public sealed interface Grant {

  /**
   * Tokens.
   *
   * @param userId whose tokens they are
   * @param accessToken JWT
   * @param refreshToken good until its session ends
   * @param expiresIn life of the access token, s
   */
  record Tokens(String userId, String accessToken, String refreshToken, int expiresIn)
      implements Grant {

    /** A redacted form. */
    @Override
    public String toString() {
      return "Tokens[userId=" + userId + "]";
    }
  }

  /**
   * No tokens: password or refresh token are not good, or the account is not.
   *
   * @param reason Keycloak's constant words, for the audit only
   */
  record Refused(String reason) implements Grant {}
}
