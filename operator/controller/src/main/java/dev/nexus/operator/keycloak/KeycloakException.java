package dev.nexus.operator.keycloak;

/** Keycloak is away or refused what we asked. */
final class KeycloakException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status HTTP status; 0 when there was no answer
   * @param action what was tried
   */
  KeycloakException(int status, String action) {
    super("could not " + action + (status == 0 ? "" : " (HTTP " + status + ")"));
    this.status = status;
  }

  /** Whether the credentials were refused. */
  boolean isRefused() {
    return status == 400 || status == 401 || status == 403;
  }
}
