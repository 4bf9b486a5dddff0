package dev.nexus.common.peer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a peer answered.
 *
 * @param status HTTP status
 * @param body JSON body; a missing node when it was empty
 */
public record PeerAnswer(int status, JsonNode body) {

  /** Whether the status is 2xx. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
