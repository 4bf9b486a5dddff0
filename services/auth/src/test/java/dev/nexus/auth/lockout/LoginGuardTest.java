package dev.nexus.auth.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nexus.common.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginGuardTest {

  private static final LoginKey KEY = new LoginKey("ann", "10.0.0.1");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final LoginGuard guard =
      new LoginGuard(new InMemoryFailureStore(), Limits.of(3), clock, meters);

  private void lock() {
    assertThat(guard.failed(KEY)).isFalse();
    assertThat(guard.failed(KEY)).isFalse();
    assertThat(guard.failed(KEY)).isTrue();
  }

  @Test
  void locksAfterTheLimitAndForThatKeyOnly() {
    lock();
    assertThatThrownBy(() -> guard.check(KEY))
        .isInstanceOfSatisfying(
            LockedOutException.class,
            e -> {
              assertThat(e.seconds()).isEqualTo(30);
              assertThat(e.error().body("r").error().metadata())
                  .containsEntry("reset_at", "2026-01-01T00:00:30Z")
                  .containsEntry("limit", "3");
            });
    assertThat(meters.counter("nexus.auth.logins.locked").count()).isEqualTo(1);
    guard.check(new LoginKey("ann", "10.0.0.2"));
    guard.check(new LoginKey("bob", "10.0.0.1"));
  }

  @Test
  void letsAnAttemptPassAfterTheLockAndLocksLongerNextTime() {
    lock();
    clock.advance(Duration.ofSeconds(30));
    guard.check(KEY);
    assertThat(guard.failed(KEY)).isTrue();
    clock.advance(Duration.ofSeconds(59));
    assertThatThrownBy(() -> guard.check(KEY)).isInstanceOf(LockedOutException.class);
    clock.advance(Duration.ofSeconds(1));
    guard.check(KEY);
  }

  @Test
  void forgetsFailuresAfterASuccess() {
    guard.failed(KEY);
    guard.failed(KEY);
    guard.succeeded(KEY);
    assertThat(guard.failed(KEY)).isFalse();
    assertThat(guard.failed(KEY)).isFalse();
    assertThatCode(() -> guard.check(KEY)).doesNotThrowAnyException();
  }

  @Test
  void forgetsFailuresAfterAQuietTime() {
    lock();
    clock.advance(Duration.ofMinutes(21));
    assertThat(guard.failed(KEY)).isFalse();
  }

  @Test
  void givesGuessesThatWereSentAtOnceNoMoreThanTheirNumber() {
    // All have passed the first check together; the right one is settled after three wrong ones.
    lock();
    assertThatThrownBy(() -> guard.failed(KEY)).isInstanceOf(LockedOutException.class);
    assertThatThrownBy(() -> guard.succeeded(KEY)).isInstanceOf(LockedOutException.class);
    clock.advance(Duration.ofSeconds(30));
    guard.succeeded(KEY);
  }

  @Test
  void tellsAtLeastOneSecond() {
    lock();
    clock.advance(Duration.ofMillis(29_900));
    assertThatThrownBy(() -> guard.check(KEY))
        .isInstanceOfSatisfying(
            LockedOutException.class, e -> assertThat(e.seconds()).isEqualTo(1));
  }
}
