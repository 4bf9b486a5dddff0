package dev.nexus.batch.item;

/**
 * On whose behalf peers are called.
 *
 * @param bearerToken the user's access token
 * @param requestId of the batch's request, for the logs of all services
 */
public record Delegation(String bearerToken, String requestId) {

  /** A redacted form: the token is a secret. */
  @Override
  public String toString() {
    return "Delegation(" + requestId + ")";
  }
}
