package dev.nexus.gateway.exchange;

import dev.nexus.common.edge.ErrorWriter;
import dev.nexus.common.error.NexusException;
import dev.nexus.gateway.path.RequestTarget;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Every request right after its arrival: its target is read, its headers bounded, its end will be
 * told.
 */
@ApplicationScoped
class Arrival {

  /** After the request has its id, before anything looks at its path. */
  private static final int AFTER_ID = -9_999;

  private final AccessLog log;
  private final RequestMetrics metrics;
  private final ErrorWriter errors;

  Arrival(AccessLog log, RequestMetrics metrics, ErrorWriter errors) {
    this.log = log;
    this.metrics = metrics;
    this.errors = errors;
  }

  void install(@Observes Router router) {
    router.route().order(AFTER_ID).handler(this::arrive);
  }

  private void arrive(RoutingContext routing) {
    Exchange exchange = Exchange.begin(routing);
    routing.addEndHandler(
        end -> {
          metrics.record(routing, exchange);
          log.write(routing, exchange, Exchange.isComplete(routing, end));
        });
    try {
      exchange.target(RequestTarget.parse(routing.request().uri()));
      HeaderBlock.check(routing.request().headers());
    } catch (NexusException refused) {
      errors.write(routing, refused);
      return;
    }
    routing.next();
  }
}
