package dev.nexus.auth.keycloak;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import org.jboss.logging.Logger;

/** Keycloak that cannot be used, for whatever reason, is one error to clients. */
final class KeycloakFailure {

  private static final Logger LOG = Logger.getLogger(KeycloakFailure.class);

  private KeycloakFailure() {}

  /** There was no answer. */
  static NexusException unanswered(KeycloakCall call, Throwable cause) {
    LOG.warnf("Keycloak does not answer call=%s cause=%s", call, cause);
    return unavailable();
  }

  /** There was an answer that a working Keycloak with the platform's realm never gives. */
  static NexusException unexpected(KeycloakCall call, KeycloakAnswer answer) {
    LOG.errorf(
        "Keycloak refuses this service call=%s status=%d error=%s",
        call, answer.status(), answer.body().path("error").asText());
    return unavailable();
  }

  /** The error alone, when the cause has been told before. */
  static NexusException unavailable() {
    return new NexusException(
        CommonError.SERVICE_UNAVAILABLE,
        "The identity provider cannot be used at the moment: try again later");
  }
}
