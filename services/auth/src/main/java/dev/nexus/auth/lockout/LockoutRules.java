package dev.nexus.auth.lockout;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a lock ends. Pure: it follows from the failures alone. */
final class LockoutRules {

  private LockoutRules() {}

  /** The end of the lock that the failures have earned; empty when they have earned none. */
  static Optional<Instant> lockedUntil(Failures failures, LockoutConfig config) {
    int beyond = failures.count() - config.maxFailures();
    return beyond < 0
        ? Optional.empty()
        : Optional.of(failures.lastAt().plus(lock(beyond, config)));
  }

  private static Duration lock(int doublings, LockoutConfig config) {
    Duration lock = config.firstLock();
    for (int i = 0; i < doublings && lock.compareTo(config.maxLock()) < 0; i++) {
      lock = lock.multipliedBy(2);
    }
    return lock.compareTo(config.maxLock()) < 0 ? lock : config.maxLock();
  }
}
