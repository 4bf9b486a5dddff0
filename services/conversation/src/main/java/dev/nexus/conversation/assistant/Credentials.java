package dev.nexus.conversation.assistant;

/**
 * For whom a peer is called.
 *
 * @param bearerToken the user's access token
 * @param requestId passed on, so that one id runs through all logs
 */
public record Credentials(String bearerToken, String requestId) {

  /** A redacted form: the token is a secret. */
  @Override
  public String toString() {
    return "Credentials[" + requestId + "]";
  }
}
