package dev.nexus.analytics.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionKeeperTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T12:00:00Z"));

  @Test
  void forgetsKeysUntilAPortionIsShort() {
    Keys keys = new Keys(2_003_000, Duration.ofMillis(10));
    keeper(keys).forgetKeys();
    assertThat(keys.left).isZero();
  }

  @Test
  void leavesTheRestToTheNextRunWhenItTakesTooLong() {
    Keys keys = new Keys(2_003_000, Duration.ofSeconds(1));
    keeper(keys).forgetKeys();
    assertThat(keys.left).isEqualTo(2_003_000 - 45 * 5_000);
  }

  private PartitionKeeper keeper(Partitions partitions) {
    return new PartitionKeeper(partitions, new Kept(), clock);
  }

  private record Kept() implements PartitionConfig {
    @Override
    public int retentionDays() {
      return 400;
    }

    @Override
    public int daysAhead() {
      return 7;
    }
  }

  /** Forgets a portion in the given time. */
  private final class Keys implements Partitions {

    private final Duration pace;
    private int left;

    Keys(int left, Duration pace) {
      this.left = left;
      this.pace = pace;
    }

    @Override
    public void ensure(Collection<LocalDate> days) {}

    @Override
    public List<LocalDate> days() {
      return List.of();
    }

    @Override
    public boolean drop(LocalDate day) {
      return false;
    }

    @Override
    public int forgetKeys(Instant before, Instant now, int atMost) {
      int portion = Math.min(left, atMost);
      left -= portion;
      clock.advance(pace);
      return portion;
    }
  }
}
