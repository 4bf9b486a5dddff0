package dev.nexus.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of counters must do. */
interface LimitStoreContract {

  Limit FIVE_AN_HOUR = new Limit("five", 5, Duration.ofHours(1));

  LimitStore store();

  default Decision take(Limit limit, String caller) {
    return store().take(limit, caller).toCompletionStage().toCompletableFuture().join();
  }

  @Test
  default void letsABurstPassAndCountsItDown() {
    String caller = UUID.randomUUID().toString();
    for (int left = 4; left >= 0; left--) {
      Decision decision = take(FIVE_AN_HOUR, caller);
      assertThat(decision.allowed()).isTrue();
      assertThat(decision.remaining()).isEqualTo(left);
      assertThat(decision.limit()).isEqualTo(5);
    }
    Decision refused = take(FIVE_AN_HOUR, caller);
    assertThat(refused.allowed()).isFalse();
    assertThat(refused.remaining()).isZero();
    assertThat(refused.retryAfterSeconds()).isBetween(700L, 720L);
  }

  @Test
  default void aRefusedRequestCostsNothing() {
    String caller = UUID.randomUUID().toString();
    for (int i = 0; i < 5; i++) {
      take(FIVE_AN_HOUR, caller);
    }
    long first = take(FIVE_AN_HOUR, caller).retryAfterSeconds();
    long second = take(FIVE_AN_HOUR, caller).retryAfterSeconds();
    assertThat(second).isBetween(first - 1, first);
  }

  @Test
  default void countsEachCallerAndEachLimitByItself() {
    String caller = UUID.randomUUID().toString();
    Limit one = new Limit("one", 1, Duration.ofHours(1));
    assertThat(take(one, caller).allowed()).isTrue();
    assertThat(take(one, caller).allowed()).isFalse();
    assertThat(take(one, caller + "2").allowed()).isTrue();
    assertThat(take(FIVE_AN_HOUR, caller).allowed()).isTrue();
  }
}
