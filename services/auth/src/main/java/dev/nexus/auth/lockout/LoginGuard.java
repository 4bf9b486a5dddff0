package dev.nexus.auth.lockout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Bounds guesses of passwords. Failures are counted when they are known, not when they begin, so
 * that many right logins at once are all let in; instead a login that proves right after others
 * have earned a lock is refused as well. So of guesses sent at once no more count than of guesses
 * sent one by one.
 */
@ApplicationScoped
public class LoginGuard {

  private final FailureStore store;
  private final LockoutConfig config;
  private final Clock clock;
  private final Counter refusals;

  LoginGuard(FailureStore store, LockoutConfig config, Clock clock, MeterRegistry meters) {
    this.store = store;
    this.config = config;
    this.clock = clock;
    this.refusals = meters.counter("nexus.auth.logins.locked");
  }

  /**
   * Lets an attempt pass.
   *
   * @throws LockedOutException while the key is locked
   */
  public void check(LoginKey key) {
    check(store.find(key));
  }

  /**
   * Counts a wrong password.
   *
   * @return whether this one has earned a lock
   * @throws LockedOutException when others have earned one meanwhile
   */
  public boolean failed(LoginKey key) {
    check(key);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return lock(store.add(key, now, now.minus(config.forgetAfter()))).isPresent();
  }

  /**
   * Forgets the failures of who knows the password.
   *
   * @throws LockedOutException when others have earned a lock meanwhile
   */
  public void succeeded(LoginKey key) {
    Optional<Failures> failures = store.find(key);
    check(failures);
    if (failures.isPresent()) {
      store.clear(key);
    }
  }

  private void check(Optional<Failures> failures) {
    Optional<Instant> lock = failures.flatMap(this::lock);
    if (lock.isPresent()) {
      refusals.increment();
      throw new LockedOutException(config.maxFailures(), lock.get(), clock.instant());
    }
  }

  private Optional<Instant> lock(Failures failures) {
    return LockoutRules.lockedUntil(failures, config).filter(clock.instant()::isBefore);
  }
}
