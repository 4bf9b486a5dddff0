package dev.nexus.common.edge;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock of production; a test's own clock bean takes its place. */
class SystemClock {

  @Produces
  @ApplicationScoped
  @DefaultBean
  Clock clock() {
    return Clock.systemUTC();
  }
}
