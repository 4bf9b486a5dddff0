package dev.nexus.auth.keycloak;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What Keycloak answered.
 *
 * @param status HTTP status
 * @param body JSON body; a missing node when there was none
 * @param location URL of what was made; empty when nothing was
 */
record KeycloakAnswer(int status, JsonNode body, String location) {

  /** Whether the status is 2xx. */
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Never prints the body: it may hold tokens. */
  @Override
  public String toString() {
    return "HTTP " + status;
  }
}
