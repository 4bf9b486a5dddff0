package dev.nexus.analytics.export;

import dev.nexus.analytics.scope.Period;
import dev.nexus.analytics.scope.QueryText;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is exported, and the links to it. A link is no permission: whoever follows it needs a token
 * and gets what that token may read.
 */
@ApplicationScoped
class Links {

  private static final String FILE = "/api/v1/analytics/export/events.json";
  private static final LocalDate BEGINNING = LocalDate.EPOCH;

  private final ExportConfig config;
  private final Clock clock;

  Links(ExportConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * The whole UTC days between two dates; from the beginning or to today where one is left out.
   *
   * @throws NexusException a validation error that names the wrong parameter
   */
  Period period(@Nullable String startDate, @Nullable String endDate) {
    LocalDate first = QueryText.date("start_date", startDate).orElse(BEGINNING);
    LocalDate last =
        QueryText.date("end_date", endDate).orElseGet(() -> Period.dayOf(clock.instant()));
    if (last.isBefore(first)) {
      throw new NexusException(CommonError.INVALID_VALUE, "end_date must not be before start_date")
          .field("end_date");
    }
    return Period.of(first, last);
  }

  Link link(Period period) {
    Instant now = clock.instant();
    Instant expires = now.plus(config.linkValidity()).truncatedTo(ChronoUnit.SECONDS);
    String url =
        "%s?start_date=%s&end_date=%s&expires=%d"
            .formatted(FILE, period.firstDay(), period.lastDay(now), expires.getEpochSecond());
    return new Link(url, expires.toString());
  }

  /**
   * Passes while a link is good; an unreadable one never is.
   *
   * @throws NexusException RESOURCE_NOT_FOUND
   */
  void check(@Nullable String expires) {
    long until;
    try {
      until = Long.parseLong(String.valueOf(expires));
    } catch (NumberFormatException e) {
      until = 0;
    }
    if (until <= clock.instant().getEpochSecond()) {
      throw new NexusException(
          CommonError.RESOURCE_NOT_FOUND, "The link has expired: ask for a new export");
    }
  }
}
