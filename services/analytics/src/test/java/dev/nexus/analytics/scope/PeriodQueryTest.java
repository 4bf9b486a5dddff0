package dev.nexus.analytics.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PeriodQueryTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final SettableClock clock = new SettableClock(NOW);

  @Test
  void isTheLastDaysByTheHour() {
    Period period = new PeriodQuery("3", null, "").read(7, clock);
    assertThat(period.from()).isEqualTo(NOW.minus(Duration.ofDays(3)));
    assertThat(period.until()).isEmpty();
    assertThat(period.days()).isEqualTo(3);
    assertThat(new PeriodQuery(null, null, null).read(7, clock).days()).isEqualTo(7);
  }

  @Test
  void isWholeDaysWithDates() {
    Period period = new PeriodQuery("99", "2024-02-28", "2024-03-01").read(7, clock);
    assertThat(period.from()).isEqualTo(Instant.parse("2024-02-28T00:00:00Z"));
    assertThat(period.until()).contains(Instant.parse("2024-03-02T00:00:00Z"));
    assertThat(period.days()).isEqualTo(3);
  }

  @Test
  void lastsToTodayOrTheGivenDaysWhenOneDateIsLeftOut() {
    Period toToday = new PeriodQuery(null, "2026-02-28", null).read(7, clock);
    assertThat(toToday.until()).contains(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(toToday.end(NOW)).isEqualTo(NOW);
    Period days = new PeriodQuery("2", null, "2026-02-28").read(7, clock);
    assertThat(days.from()).isEqualTo(Instant.parse("2026-02-27T00:00:00Z"));
    assertThat(days.end(NOW)).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
  }

  @Test
  void mayBeAYearLong() {
    assertThat(new PeriodQuery(null, "2025-01-01", "2025-12-31").read(7, clock).days())
        .isEqualTo(365);
  }
}
