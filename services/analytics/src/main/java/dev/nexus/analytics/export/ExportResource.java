package dev.nexus.analytics.export;

import dev.nexus.analytics.scope.Period;
import dev.nexus.analytics.scope.QueryText;
import dev.nexus.analytics.scope.Scope;
import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.common.identity.Callers;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/analytics/export} (protocol 3.7). */
@Path("/api/v1/analytics/export")
@Authenticated
@RunOnVirtualThread
public class ExportResource {

  private static final String FILE = "/api/v1/analytics/export/events.json";
  private static final LocalDate BEGINNING = LocalDate.EPOCH;

  private final ExportService exports;
  private final ExportConfig config;
  private final Callers callers;
  private final Envelopes envelopes;
  private final Clock clock;

  ExportResource(
      ExportService exports,
      ExportConfig config,
      Callers callers,
      Envelopes envelopes,
      Clock clock) {
    this.exports = exports;
    this.config = config;
    this.callers = callers;
    this.envelopes = envelopes;
    this.clock = clock;
  }

  /**
   * All that the caller may read, or the whole UTC days between two dates: for JSON a link to the
   * file, for CSV the file itself.
   */
  @GET
  public Response export(
      @RestQuery @Nullable String format,
      @RestQuery("start_date") @Nullable String startDate,
      @RestQuery("end_date") @Nullable String endDate) {
    Format wanted = Format.of(format);
    Period period = period(startDate, endDate);
    return wanted == Format.JSON
        ? Response.ok(envelopes.wrap(link(period))).type(MediaType.APPLICATION_JSON_TYPE).build()
        : file(period, wanted);
  }

  /** The file that a link names. It takes a token like everything else. */
  @GET
  @Path("events.json")
  public Response download(
      @RestQuery("start_date") @Nullable String startDate,
      @RestQuery("end_date") @Nullable String endDate,
      @RestQuery @Nullable String expires) {
    if (!isGood(expires)) {
      throw new NexusException(
          CommonError.RESOURCE_NOT_FOUND, "The link has expired: ask for a new export");
    }
    return file(period(startDate, endDate), Format.JSON);
  }

  /** An unreadable link is as good as an expired one. */
  private boolean isGood(@Nullable String expires) {
    try {
      return Long.parseLong(String.valueOf(expires)) > clock.instant().getEpochSecond();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private Link link(Period period) {
    Instant expires = clock.instant().plus(config.linkValidity()).truncatedTo(ChronoUnit.SECONDS);
    String url =
        "%s?start_date=%s&end_date=%s&expires=%d"
            .formatted(FILE, period.firstDay(), lastDay(period), expires.getEpochSecond());
    return new Link(url, expires.toString());
  }

  private Response file(Period period, Format format) {
    String name = "events-%s.%s".formatted(lastDay(period), format.suffix());
    return Response.ok(exports.file(Scope.of(callers.current()), period, format))
        .type(format.mediaType() + ";charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  private Period period(@Nullable String startDate, @Nullable String endDate) {
    LocalDate first = QueryText.date("start_date", startDate).orElse(BEGINNING);
    LocalDate last =
        QueryText.date("end_date", endDate).orElseGet(() -> Period.dayOf(clock.instant()));
    if (last.isBefore(first)) {
      throw new NexusException(CommonError.INVALID_VALUE, "end_date must not be before start_date")
          .field("end_date");
    }
    return Period.of(first, last);
  }

  private LocalDate lastDay(Period period) {
    return period.until().map(Period::dayOf).orElseThrow().minusDays(1);
  }
}
