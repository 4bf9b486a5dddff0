package dev.nexus.auth.readiness;

import dev.nexus.auth.keycloak.KeycloakProbe;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether Keycloak can be used. A process that has never been let in by it is not ready, so that a
 * wrong secret stops a rollout. One that has stays ready while Keycloak is away: it answers
 * clearly, and taking it out of service would help nobody.
 */
@Readiness
@ApplicationScoped
class KeycloakCheck implements HealthCheck {

  private static final String NAME = "keycloak";

  private final KeycloakProbe probe;

  KeycloakCheck(KeycloakProbe probe) {
    this.probe = probe;
  }

  @Override
  public HealthCheckResponse call() {
    return switch (probe.look()) {
      case USABLE -> HealthCheckResponse.up(NAME);
      case AWAY ->
          HealthCheckResponse.named(NAME)
              .up()
              .withData("degraded", "does not answer: logins, refreshes and profiles wait for it")
              .build();
      case NEVER_MET ->
          HealthCheckResponse.named(NAME)
              .down()
              .withData("message", "has not let this service in yet")
              .build();
    };
  }
}
