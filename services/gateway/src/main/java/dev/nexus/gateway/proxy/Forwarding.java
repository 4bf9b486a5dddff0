package dev.nexus.gateway.proxy;

import dev.nexus.common.error.NexusException;
import dev.nexus.gateway.exchange.Exchange;
import dev.nexus.gateway.route.Route;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a peer and back. Bodies stream both ways under back-pressure; when one
 * side goes away the other is told at once; a cut answer never looks like a complete one.
 */
final class Forwarding {

  private static final Logger LOG = Logger.getLogger(Forwarding.class);
  private static final long CANCEL = 8; // RFC 9113 section 7; HTTP/1 closes the connection

  private final RoutingContext routing;
  private final Route route;
  private final long bodyLimit;
  private final Refusals refusals;
  private final MeterRegistry meters;
  private @Nullable HttpClientRequest asked;
  private boolean over;

  Forwarding(
      RoutingContext routing,
      Route route,
      long bodyLimit,
      Refusals refusals,
      MeterRegistry meters) {
    this.routing = routing;
    this.route = route;
    this.bodyLimit = bodyLimit;
    this.refusals = refusals;
    this.meters = meters;
  }

  void start(HttpClient http, RequestOptions options) {
    routing.addEndHandler(end -> settle(Exchange.isComplete(routing, end)));
    http.request(options)
        .onSuccess(this::send)
        .onFailure(cause -> fail(PeerFailure.onConnect(route.peer(), cause), cause));
  }

  private void settle(boolean complete) {
    over = true;
    if (!complete && asked != null) {
      asked.reset(CANCEL);
    }
  }

  private void send(HttpClientRequest request) {
    asked = request;
    if (over) {
      request.reset(CANCEL);
      return;
    }
    request.exceptionHandler(told -> LOG.tracef("Told by the futures too: %s", told));
    request
        .response()
        .onSuccess(this::relay)
        .onFailure(cause -> fail(PeerFailure.whileWaiting(route.peer(), cause), cause));
    sendBody(request)
        .onFailure(
            cause -> {
              fail(PeerFailure.whileWaiting(route.peer(), cause), cause);
              request.reset(CANCEL);
            });
  }

  private Future<Void> sendBody(HttpClientRequest to) {
    HttpServerRequest from = routing.request();
    if (hasNoBody(from)) {
      from.resume();
      return to.end();
    }
    if ("100-continue".equalsIgnoreCase(from.getHeader(HttpHeaders.EXPECT))) {
      routing.response().writeContinue();
    }
    to.setChunked(!to.headers().contains(HttpHeaders.CONTENT_LENGTH));
    // A body that breaks off must not end the forwarded one as if it were whole.
    return new BoundedBody(from, bodyLimit).pipe().endOnFailure(false).to(to);
  }

  private static boolean hasNoBody(HttpServerRequest request) {
    return request.isEnded()
        || switch (request.version()) {
          case HTTP_1_0, HTTP_1_1 ->
              !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                  && !request.headers().contains(HttpHeaders.CONTENT_LENGTH);
          case HTTP_2 -> false;
        };
  }

  private void relay(HttpClientResponse from) {
    HttpServerResponse to = routing.response();
    if (over || to.headWritten()) {
      cancel();
      return;
    }
    to.setStatusCode(from.statusCode());
    HeaderRules.copyResponse(from.headers(), to.headers());
    if (!to.headers().contains(HttpHeaders.CONTENT_LENGTH) && mayHaveBody(from)) {
      to.setChunked(true);
    }
    from.pipe()
        .endOnFailure(false)
        .to(to)
        .onFailure(
            cause -> {
              if (!over) {
                count("cut");
                LOG.warnf("Answer of the %s service was cut: %s", route.peer(), cause);
              }
              cancel();
              breakOff(to);
            });
  }

  /**
   * Closed rather than reset in HTTP/1: Vert.x tells no end handler of an answer that was reset.
   */
  private void breakOff(HttpServerResponse answer) {
    if (routing.request().version() == HttpVersion.HTTP_2) {
      answer.reset(CANCEL);
    } else {
      routing.request().connection().close();
    }
  }

  private boolean mayHaveBody(HttpClientResponse response) {
    int status = response.statusCode();
    return routing.request().method() != HttpMethod.HEAD && status != 204 && status != 304;
  }

  private void cancel() {
    if (asked != null) {
      asked.reset(CANCEL);
    }
  }

  private void fail(NexusException error, Throwable cause) {
    if (over || routing.response().headWritten()) {
      return;
    }
    if (error.status() >= 500) {
      count(error.code().name());
      LOG.warnf("The %s service failed: %s", route.peer(), cause);
    }
    refusals.write(routing, error);
  }

  private void count(String reason) {
    meters
        .counter("nexus.gateway.peer.failures", "peer", route.peer(), "reason", reason)
        .increment();
  }
}
