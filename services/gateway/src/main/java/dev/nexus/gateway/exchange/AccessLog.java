package dev.nexus.gateway.exchange;

import dev.nexus.common.edge.Headers;
import dev.nexus.common.edge.RequestContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.jspecify.annotations.Nullable;

/** One line per request: a constant message with its fields beside it. No query, no credential. */
@ApplicationScoped
class AccessLog {

  private static final Logger LOG = Logger.getLogger("dev.nexus.gateway.access");

  void write(RoutingContext routing, Exchange exchange, boolean complete) {
    if (!LOG.isLoggable(Level.INFO)) {
      return;
    }
    HttpServerRequest request = routing.request();
    HttpServerResponse response = routing.response();
    RequestContext context = RequestContext.of(routing);
    ExtLogRecord line = new ExtLogRecord(Level.INFO, "request", AccessLog.class.getName());
    line.putMdc("requestId", requestId(response, context));
    line.putMdc("method", request.method().name());
    line.putMdc("path", exchange.pathForLog());
    line.putMdc("route", exchange.routeForLog());
    line.putMdc("status", Integer.toString(response.getStatusCode()));
    line.putMdc("complete", Boolean.toString(complete));
    line.putMdc("micros", Long.toString(context.elapsedMicros()));
    line.putMdc("bytesIn", Long.toString(request.bytesRead()));
    line.putMdc("bytesOut", Long.toString(response.bytesWritten()));
    line.putMdc("principal", exchange.subjectForLog());
    line.putMdc(
        "remote", request.remoteAddress() == null ? "-" : request.remoteAddress().hostAddress());
    LOG.logRaw(line);
  }

  /** The id that the client has seen: a peer prefers the one in the body (protocol 1.5). */
  private static String requestId(HttpServerResponse response, RequestContext context) {
    @Nullable String sent = response.headers().get(Headers.REQUEST_ID);
    return Objects.requireNonNullElse(sent, context.requestId());
  }
}
