package dev.nexus.common.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.common.Release;
import dev.nexus.common.envelope.RateLimitInfo;
import dev.nexus.common.envelope.RequestMetadata;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.MDC;

/**
 * The first handler of every request. The order of checks is the contract's (protocol 1.6):
 * readable JSON, then the version; authentication and everything else come after it.
 */
@ApplicationScoped
public class RequestEdge {

  private static final int BEFORE_EVERYTHING = -10_000;
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String ADMIN = "/api/v1/admin/";

  private final EdgeConfig config;
  private final Release release;
  private final ObjectMapper json;
  private final VersionNegotiation versions;
  private final ErrorWriter errors;

  RequestEdge(
      EdgeConfig config,
      Release release,
      ObjectMapper json,
      VersionNegotiation versions,
      ErrorWriter errors) {
    this.config = config;
    this.release = release;
    this.json = json;
    this.versions = versions;
    this.errors = errors;
  }

  void install(@Observes Router router) {
    router.route().order(BEFORE_EVERYTHING).handler(this::arrive);
    if (config.readBodies()) {
      long limit = config.maxBodySize().asLongValue();
      router
          .route()
          .order(BEFORE_EVERYTHING + 1)
          .handler(BodyHandler.create(false).setBodyLimit(limit));
    }
    router.route().order(BEFORE_EVERYTHING + 2).handler(this::read).failureHandler(this::fail);
  }

  private void arrive(RoutingContext routing) {
    begin(routing);
    routing.next();
  }

  private void begin(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    String given = request.getHeader(Headers.REQUEST_ID);
    String id =
        given != null && RequestMetadata.isRequestId(given)
            ? given.toLowerCase(Locale.ROOT)
            : UUID.randomUUID().toString();
    new RequestContext(id, RequestMetadata.NONE, rateLimit(request), System.nanoTime())
        .bind(routing);
    MDC.put("requestId", id);
    routing.addHeadersEndHandler(ignored -> writeHeaders(routing));
  }

  /** Vert.x fails what has no host or no path before any handler has seen it. */
  private void fail(RoutingContext routing) {
    if (!RequestContext.isBound(routing)) {
      begin(routing);
    }
    errors.fail(routing);
  }

  private void read(RoutingContext routing) {
    try {
      versions.check(routing);
      if (config.readBodies()) {
        fillIn(routing);
      }
      Buffer body = routing.body() == null ? null : routing.body().buffer();
      if (body != null && body.length() > 0 && isJson(routing.request())) {
        readBody(routing, body);
      }
    } catch (NexusException e) {
      errors.write(routing, e);
      return;
    }
    routing.next();
  }

  /**
   * A request without a body or a type says nothing in JSON. What it accepts is not asked: each
   * resource has one representation.
   */
  private static void fillIn(RoutingContext routing) {
    routing.request().headers().remove("Accept");
    if (routing.request().getHeader(CONTENT_TYPE) == null) {
      routing.request().headers().set(CONTENT_TYPE, "application/json");
    }
    if (routing.body().buffer() == null) {
      // Else a resource that takes a body would wait for what has already ended.
      ((RoutingContextInternal) routing).setBody(Buffer.buffer());
    }
  }

  private void readBody(RoutingContext routing, Buffer body) {
    JsonNode node;
    try {
      node = json.readTree(body.getBytes());
    } catch (JsonProcessingException e) {
      throw new NexusException(CommonError.INVALID_FORMAT, "The body is not readable JSON")
          .details(e.getOriginalMessage());
    } catch (IOException e) {
      // Jackson's way to say that the bytes are in no encoding of JSON.
      throw new NexusException(CommonError.INVALID_FORMAT, "The body is not readable JSON");
    }
    if (!node.isObject() || routing.request().path().startsWith(ADMIN)) {
      return;
    }
    RequestMetadata metadata = RequestMetadata.from(node.get("metadata"));
    RequestContext context = RequestContext.of(routing).with(metadata);
    context.bind(routing);
    MDC.put("requestId", context.requestId());
    versions.checkBody(routing, (ObjectNode) node, metadata);
    if (isStrictShape((ObjectNode) node)) {
      ObjectNode flat = (ObjectNode) node.get("data");
      if (!flat.has("metadata") && node.has("metadata")) {
        flat.set("metadata", node.get("metadata"));
      }
      ((RoutingContextInternal) routing).setBody(Buffer.buffer(flat.toString()));
    }
  }

  /**
   * The strict shape {@code {metadata, data}} of protocol 1.2; a payload named data is not enough.
   */
  private static boolean isStrictShape(ObjectNode node) {
    int known = (node.has("metadata") ? 1 : 0) + 1;
    return node.path("data").isObject() && node.size() == known;
  }

  private static boolean isJson(HttpServerRequest request) {
    String type = request.getHeader(CONTENT_TYPE);
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
  }

  private static Optional<RateLimitInfo> rateLimit(HttpServerRequest request) {
    try {
      return Optional.of(
          new RateLimitInfo(
              Integer.parseInt(request.getHeader(Headers.RATE_LIMIT)),
              Integer.parseInt(request.getHeader(Headers.RATE_REMAINING)),
              Long.parseLong(request.getHeader(Headers.RATE_RESET))));
    } catch (NumberFormatException absent) {
      return Optional.empty();
    }
  }

  private void writeHeaders(RoutingContext routing) {
    RequestContext context = RequestContext.of(routing);
    HttpServerResponse response = routing.response();
    // A relayed answer has the id that the peer read in the body.
    if (!response.headers().contains(Headers.REQUEST_ID)) {
      response.putHeader(Headers.REQUEST_ID, context.requestId());
    }
    response
        .putHeader(Headers.PROTOCOL_VERSION, release.protocol())
        .putHeader(Headers.SERVER_VERSION, release.version())
        .putHeader(Headers.PROCESSING_TIME, Integer.toString(context.elapsedMillis()));
  }
}
