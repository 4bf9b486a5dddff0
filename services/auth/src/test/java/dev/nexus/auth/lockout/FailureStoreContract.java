package dev.nexus.auth.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every store of failures must do. */
interface FailureStoreContract {

  /** Later than anything that other tests store. */
  Instant NOW = Instant.parse("2040-01-01T00:00:00Z");

  Instant QUIET = NOW.minus(Duration.ofMinutes(20));

  FailureStore store();

  default LoginKey newKey() {
    return new LoginKey(UUID.randomUUID().toString(), "10.0.0.1");
  }

  @Test
  default void countsEachKeyByItself() {
    LoginKey key = newKey();
    assertThat(store().find(key)).isEmpty();
    assertThat(store().add(key, NOW, QUIET)).isEqualTo(new Failures(1, NOW));
    assertThat(store().add(key, NOW.plusSeconds(1), QUIET))
        .isEqualTo(new Failures(2, NOW.plusSeconds(1)));
    assertThat(store().find(key)).contains(new Failures(2, NOW.plusSeconds(1)));
    assertThat(store().find(new LoginKey(key.account(), "10.0.0.2"))).isEmpty();
  }

  @Test
  default void countsExactlyWhenManyComeAtOnce() {
    LoginKey key = newKey();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 100; i++) {
        threads.execute(() -> store().add(key, NOW, QUIET));
      }
    }
    assertThat(store().find(key)).contains(new Failures(100, NOW));
  }

  @Test
  default void beginsAnewAfterAQuietTime() {
    LoginKey key = newKey();
    store().add(key, NOW, QUIET);
    store().add(key, NOW, QUIET);
    Instant later = NOW.plus(Duration.ofMinutes(21));
    assertThat(store().add(key, later, later.minus(Duration.ofMinutes(20))))
        .isEqualTo(new Failures(1, later));
  }

  @Test
  default void clearsAKey() {
    LoginKey key = newKey();
    store().add(key, NOW, QUIET);
    store().clear(key);
    assertThat(store().find(key)).isEmpty();
  }

  @Test
  default void forgetsWhatIsOldAndTheOldestBeyondANumber() {
    LoginKey old = newKey();
    store().add(old, QUIET.minusSeconds(1), QUIET);
    store().forget(QUIET, 1_000_000);
    assertThat(store().find(old)).isEmpty();
    Instant later = NOW.plus(Duration.ofDays(1));
    LoginKey first = newKey();
    LoginKey second = newKey();
    LoginKey third = newKey();
    store().add(first, later.plusSeconds(1), QUIET);
    store().add(third, later.plusSeconds(3), QUIET);
    store().add(second, later.plusSeconds(2), QUIET);
    store().forget(QUIET, 2);
    assertThat(store().find(first)).isEmpty();
    assertThat(store().find(second)).isPresent();
    assertThat(store().find(third)).isPresent();
    store().clear(second);
    store().clear(third);
  }
}
