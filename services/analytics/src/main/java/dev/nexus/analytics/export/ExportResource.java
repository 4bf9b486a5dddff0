package dev.nexus.analytics.export;

import dev.nexus.analytics.scope.Period;
import dev.nexus.analytics.scope.Scope;
import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.identity.Callers;
import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/analytics/export} (protocol 3.7). */
@Path("/api/v1/analytics/export")
@Authenticated
@RunOnVirtualThread
public class ExportResource {

  private final ExportService exports;
  private final Links links;
  private final Callers callers;
  private final Envelopes envelopes;
  private final CurrentVertxRequest current;

  ExportResource(
      ExportService exports,
      Links links,
      Callers callers,
      Envelopes envelopes,
      CurrentVertxRequest current) {
    this.exports = exports;
    this.links = links;
    this.callers = callers;
    this.envelopes = envelopes;
    this.current = current;
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
    Period period = links.period(startDate, endDate);
    return wanted == Format.JSON
        ? Response.ok(envelopes.wrap(links.link(period)))
            .type(MediaType.APPLICATION_JSON_TYPE)
            .build()
        : file(period, wanted);
  }

  /** The file that a link names. It takes a token like everything else. */
  @GET
  @Path("events.json")
  public Response download(
      @RestQuery("start_date") @Nullable String startDate,
      @RestQuery("end_date") @Nullable String endDate,
      @RestQuery @Nullable String expires) {
    links.check(expires);
    return file(links.period(startDate, endDate), Format.JSON);
  }

  private Response file(Period period, Format format) {
    HttpServerResponse response = current.getCurrent().response();
    return Response.ok(exports.file(Scope.of(callers.current()), period, format, response::closed))
        .type(format.mediaType() + ";charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"events." + format.suffix() + "\"")
        .build();
  }
}
