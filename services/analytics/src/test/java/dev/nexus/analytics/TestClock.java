package dev.nexus.analytics;

import dev.nexus.common.testing.SettableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Puts a clock that tests can move in the place of the system's. It begins with the real time. */
class TestClock {

  @Produces
  @Singleton
  SettableClock clock() {
    return new SettableClock(Instant.now());
  }
}
