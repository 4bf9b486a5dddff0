package dev.nexus.gateway.edge;

import dev.nexus.common.edge.Headers;
import dev.nexus.common.edge.RequestContext;
import dev.nexus.common.edge.VersionNegotiation;
import dev.nexus.common.envelope.RequestMetadata;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The body of a request whose caller is refused. The contract tells unreadable JSON and a wrong
 * version first (protocol 1.6), and answers with the body's request id (1.5). Bodies of requests
 * that pass are not read: their peers do all this.
 */
@ApplicationScoped
class RefusedBody {

  /** More is not read for a stranger. */
  private static final int MAX_LENGTH = 16_384;

  private static final long PATIENCE_MILLIS = 2_000;
  private static final String ADMIN = "/api/v1/admin/";
  private static final String VERSION = "protocol_version";

  private final VersionNegotiation versions;

  RefusedBody(VersionNegotiation versions) {
    this.versions = versions;
  }

  /** What to refuse the request with: the given error, or the one that comes before it. */
  Future<NexusException> judge(RoutingContext routing, String path, NexusException refusal) {
    HttpServerRequest request = routing.request();
    if (!isWorthReading(request)) {
      return Future.succeededFuture(refusal);
    }
    Future<Buffer> body = request.body();
    request.resume();
    return body.timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .map(
            all -> {
              judge(routing, path, all);
              return refusal;
            })
        .otherwise(cause -> cause instanceof NexusException earlier ? earlier : refusal);
  }

  private static boolean isWorthReading(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return (type == null || type.toLowerCase(Locale.ROOT).startsWith("application/json"))
        && length != null
        && Long.parseLong(length) > 0
        && Long.parseLong(length) <= MAX_LENGTH
        && request.getHeader(HttpHeaders.EXPECT) == null
        && !request.isEnded();
  }

  private void judge(RoutingContext routing, String path, Buffer body) {
    Object json;
    try {
      json = Json.decodeValue(body);
    } catch (DecodeException e) {
      throw new NexusException(CommonError.INVALID_FORMAT, "The body is not readable JSON");
    }
    if (!(json instanceof JsonObject object) || path.startsWith(ADMIN)) {
      return;
    }
    JsonObject metadata =
        object.getValue("metadata") instanceof JsonObject own ? own : new JsonObject();
    text(metadata, "request_id")
        .filter(RequestMetadata::isRequestId)
        .ifPresent(id -> adopt(routing, id.toLowerCase(Locale.ROOT)));
    if (!routing.queryParams().contains(VERSION)
        && routing.request().getHeader(Headers.PROTOCOL_VERSION) == null) {
      text(metadata, VERSION)
          .ifPresentOrElse(
              version -> check(routing, version, "metadata." + VERSION),
              () -> text(object, VERSION).ifPresent(version -> check(routing, version, VERSION)));
    }
  }

  /** The same check as for a version in the header, which then stands there. */
  private void check(RoutingContext routing, String version, String field) {
    routing.request().headers().set(Headers.PROTOCOL_VERSION, version);
    try {
      versions.check(routing);
    } catch (NexusException wrong) {
      throw wrong.field().isPresent() ? wrong.field(field) : wrong;
    }
  }

  private static void adopt(RoutingContext routing, String requestId) {
    RequestContext context = RequestContext.of(routing);
    routing.put(
        RequestContext.class.getName(),
        new RequestContext(
            requestId, context.metadata(), context.rateLimit(), context.arrivedNanos()));
  }

  private static Optional<String> text(JsonObject object, String field) {
    return object.getValue(field) instanceof String value && !value.isEmpty()
        ? Optional.of(value)
        : Optional.empty();
  }
}
