package dev.nexus.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.SettableClock;
import io.vertx.core.Future;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FallbackLimitStoreTest {

  private static final Limit TWO = new Limit("two", 2, Duration.ofHours(1));

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T12:00:00Z"));
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger fallbacks = new AtomicInteger();
  private boolean away;
  private final LimitStore shared = new LocalLimitStore(clock, 10);
  private final LimitStore store =
      new FallbackLimitStore(
          this::ask,
          new LocalLimitStore(clock, 10),
          new Patience(),
          clock,
          fallbacks::incrementAndGet);

  private record Patience() implements RedisLimitConfig {
    @Override
    public Duration timeout() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration cooldown() {
      return Duration.ofSeconds(1);
    }

    @Override
    public int localSize() {
      return 10;
    }

    @Override
    public Optional<String> tlsConfigurationName() {
      return Optional.empty();
    }
  }

  private Future<Decision> ask(Limit limit, String caller) {
    asked.incrementAndGet();
    return away ? Future.failedFuture(new ConnectException("refused")) : shared.take(limit, caller);
  }

  private Decision take() {
    return store.take(TWO, "a").result();
  }

  @Test
  void limitsByItselfWhileTheSharedStoreIsAway() {
    away = true;
    assertThat(take().allowed()).isTrue();
    assertThat(take().allowed()).isTrue();
    assertThat(take().allowed()).isFalse();
    assertThat(fallbacks).hasValue(3);
  }

  @Test
  void leavesTheSharedStoreAloneForAWhileAndThenComesBackToIt() {
    away = true;
    take();
    take();
    assertThat(asked).hasValue(1);
    away = false;
    clock.advance(Duration.ofSeconds(1));
    assertThat(take().remaining()).isEqualTo(1);
    assertThat(asked).hasValue(2);
    assertThat(fallbacks).hasValue(2);
  }
}
