package dev.nexus.auth.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockoutRulesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({"3, PT30S", "4, PT1M", "5, PT2M", "7, PT8M", "8, PT10M", "1000001, PT10M"})
  void doublesTheLockUpToItsMaximum(int failures, Duration lock) {
    assertThat(LockoutRules.lockedUntil(new Failures(failures, NOW), Limits.of(3)))
        .contains(NOW.plus(lock));
  }

  @Test
  void locksNobodyBeforeTheLimit() {
    assertThat(LockoutRules.lockedUntil(new Failures(2, NOW), Limits.of(3))).isEmpty();
  }
}
