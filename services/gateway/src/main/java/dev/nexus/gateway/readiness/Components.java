package dev.nexus.gateway.readiness;

import org.eclipse.microprofile.health.HealthCheckResponse;

/** Answers of health checks in the form that /ready reads. */
final class Components {

  private Components() {}

  static HealthCheckResponse healthy(String name) {
    return HealthCheckResponse.up(name);
  }

  /** Not well, but the gateway stays in service. */
  static HealthCheckResponse degraded(String name, String message) {
    return HealthCheckResponse.named(name).up().withData("degraded", message).build();
  }
}
