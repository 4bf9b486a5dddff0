package dev.nexus.auth.lockout;

import java.time.Duration;

/** A configuration for tests: 30 s to 10 min, forgotten after 20. */
record Limits(
    int maxFailures, Duration firstLock, Duration maxLock, Duration forgetAfter, int maxCounters)
    implements LockoutConfig {

  static Limits of(int maxFailures) {
    return new Limits(
        maxFailures, Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofMinutes(20), 100);
  }
}
