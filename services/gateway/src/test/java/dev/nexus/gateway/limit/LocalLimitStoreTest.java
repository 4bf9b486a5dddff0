package dev.nexus.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LocalLimitStoreTest implements LimitStoreContract {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final SettableClock clock = new SettableClock(NOON);
  private final LimitStore store = new LocalLimitStore(clock, 100);

  @Override
  public LimitStore store() {
    return store;
  }

  @Test
  void refillsAtTheLimitsRate() {
    for (int i = 0; i < 5; i++) {
      take(FIVE_AN_HOUR, "a");
    }
    clock.advance(Duration.ofMinutes(12).minusMillis(1));
    assertThat(take(FIVE_AN_HOUR, "a").allowed()).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(take(FIVE_AN_HOUR, "a").allowed()).isTrue();
    assertThat(take(FIVE_AN_HOUR, "a").allowed()).isFalse();
  }

  @Test
  void saysWhenTheLimitIsWholeAgain() {
    assertThat(take(FIVE_AN_HOUR, "b").resetAt()).isEqualTo(NOON.plus(Duration.ofMinutes(12)));
    assertThat(take(FIVE_AN_HOUR, "b").resetAt()).isEqualTo(NOON.plus(Duration.ofMinutes(24)));
  }

  @Test
  void neverSavesUpMoreThanABurst() {
    take(FIVE_AN_HOUR, "c");
    clock.advance(Duration.ofDays(9));
    assertThat(take(FIVE_AN_HOUR, "c").remaining()).isEqualTo(4);
  }
}
