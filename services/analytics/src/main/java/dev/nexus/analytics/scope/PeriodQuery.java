package dev.nexus.analytics.scope;

import dev.nexus.common.edge.QueryNumber;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that name a period (protocol 3.7). With {@code days} alone it is that many times
 * 24 hours before now. With a date it is whole UTC days: from {@code start_date} to {@code
 * end_date}, to today where no end is given, or {@code days} long where no start is given.
 */
public record PeriodQuery(
    @Nullable String days, @Nullable String startDate, @Nullable String endDate) {

  private static final int MAX_DAYS = 365;

  /**
   * The period that is meant.
   *
   * @param absent the days when none are given
   * @throws NexusException a validation error that names the wrong parameter
   */
  public Period read(int absent, Clock clock) {
    int count = QueryNumber.read("days", days, 1, MAX_DAYS, absent);
    Optional<LocalDate> start = QueryText.date("start_date", startDate);
    Optional<LocalDate> end = QueryText.date("end_date", endDate);
    if (start.isEmpty() && end.isEmpty()) {
      return Period.last(count, clock.instant());
    }
    LocalDate last = end.orElseGet(() -> Period.dayOf(clock.instant()));
    LocalDate first = start.orElseGet(() -> last.minusDays(count - 1L));
    if (last.isBefore(first)) {
      throw wrong(end.isPresent() ? "end_date" : "start_date", "end before it begins");
    }
    if (last.toEpochDay() - first.toEpochDay() >= MAX_DAYS) {
      throw wrong("start_date", "be longer than " + MAX_DAYS + " days");
    }
    return Period.of(first, last);
  }

  private static NexusException wrong(String field, String problem) {
    return new NexusException(CommonError.INVALID_VALUE, "The period must not " + problem)
        .field(field);
  }
}
