package dev.nexus.gateway.route;

import java.time.Duration;

/**
 * One route.
 *
 * @param name label in logs and metrics
 * @param prefix path prefix, matched at segment borders
 * @param peer service that answers
 * @param authenticated whether a valid access token is required; if not, credentials are dropped
 * @param limit name of the request limit
 * @param timeout until the peer's answer must have begun
 */
public record Route(
    String name,
    String prefix,
    String peer,
    boolean authenticated,
    String limit,
    Duration timeout) {

  boolean matches(String path) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }
}
