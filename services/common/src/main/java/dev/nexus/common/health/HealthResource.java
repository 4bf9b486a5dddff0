package dev.nexus.common.health;

import dev.nexus.common.Release;
import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.edge.Headers;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.ErrorBody.ErrorDetail;
import dev.nexus.common.error.NexusException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Health and readiness at the root, where probes and clients look for them. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class HealthResource {

  private final Release release;
  private final Readiness readiness;
  private final Envelopes envelopes;
  private final Clock clock;

  HealthResource(Release release, Readiness readiness, Envelopes envelopes, Clock clock) {
    this.release = release;
    this.readiness = readiness;
    this.envelopes = envelopes;
    this.clock = clock;
  }

  /** The process answers. */
  @GET
  @Path("health")
  public HealthView health() {
    return new HealthView("healthy", now(), release.version());
  }

  /** The process has what it needs; 503 with the same fields and an error when not. */
  @GET
  @Path("ready")
  public Response ready() {
    Map<String, ComponentView> components = readiness.components();
    boolean ready = components.values().stream().noneMatch(ComponentView::isUnhealthy);
    @Nullable ErrorDetail error = ready ? null : unavailable(components);
    ReadyView view =
        new ReadyView(
            ready ? "ready" : "not_ready",
            now(),
            readiness.checks(components),
            components,
            readiness.capacity(),
            error);
    Response.ResponseBuilder response = Response.status(ready ? 200 : 503).entity(view);
    if (error != null) {
      response.header(Headers.ERROR_CODE, error.code()).header(Headers.ERROR_TYPE, error.type());
    }
    return response.build();
  }

  private ErrorDetail unavailable(Map<String, ComponentView> components) {
    String away =
        components.entrySet().stream()
            .filter(e -> e.getValue().isUnhealthy())
            .map(Map.Entry::getKey)
            .sorted()
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    return new NexusException(
            CommonError.SERVICE_UNAVAILABLE, "Not ready: " + away + " unavailable")
        .body(envelopes.request().requestId())
        .error();
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
