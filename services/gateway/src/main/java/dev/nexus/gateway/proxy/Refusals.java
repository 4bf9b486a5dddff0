package dev.nexus.gateway.proxy;

import dev.nexus.common.edge.EdgeConfig;
import dev.nexus.common.edge.ErrorWriter;
import dev.nexus.common.error.NexusException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers requests that will not be forwarded although their bodies may still be on the way. */
@ApplicationScoped
public class Refusals {

  /** Long enough for the client to read the answer before its unread body is cut off. */
  private static final long LINGER_MILLIS = 1_000;

  private final ErrorWriter errors;
  private final Vertx vertx;
  private final long drainLimit;

  Refusals(ErrorWriter errors, EdgeConfig edge, Vertx vertx) {
    this.errors = errors;
    this.vertx = vertx;
    this.drainLimit = 2 * edge.maxBodySize().asLongValue();
  }

  /** Answers with the error and gets rid of what is left of the body. */
  public void write(RoutingContext routing, NexusException error) {
    HttpServerRequest request = routing.request();
    if (!request.isEnded()) {
      if (mayBeLong(request)) {
        closeAfterwards(routing);
      }
      request.handler(null).endHandler(null).exceptionHandler(null).resume();
    }
    errors.write(routing, error);
  }

  private boolean mayBeLong(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        : Long.parseLong(length) > drainLimit;
  }

  private void closeAfterwards(RoutingContext routing) {
    if (routing.request().version() == HttpVersion.HTTP_2 || routing.response().headWritten()) {
      return;
    }
    // Vert.x closes at once when this header is in the answer, so the peer is told and then waited
    // for.
    routing.addEndHandler(
        end -> vertx.setTimer(LINGER_MILLIS, timer -> routing.request().connection().close()));
  }
}
