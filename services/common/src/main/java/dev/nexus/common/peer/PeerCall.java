package dev.nexus.common.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * A call to a peer.
 *
 * @param peer the service's name, a key of {@code nexus.peers}
 * @param method HTTP method
 * @param path absolute path with query
 * @param body JSON body, if any
 * @param bearerToken the user's access token
 * @param requestId passed on, so that one id runs through all logs
 * @param timeout from the sending to the last byte
 */
public record PeerCall(
    String peer,
    String method,
    String path,
    Optional<JsonNode> body,
    String bearerToken,
    String requestId,
    Duration timeout) {

  /** A redacted form: the token is a secret. */
  @Override
  public String toString() {
    return method + " " + peer + path + " (" + requestId + ")";
  }
}
