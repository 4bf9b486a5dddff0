package dev.nexus.common.testing.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A component that a test can take away. */
@Readiness
@ApplicationScoped
class SwitchedCheck implements HealthCheck {

  static final AtomicBoolean UP = new AtomicBoolean(true);

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("switched").status(UP.get()).build();
  }
}
