package dev.nexus.common.health;

import dev.nexus.common.edge.EdgeConfig;
import dev.nexus.common.edge.RequestContext;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts requests in flight and keeps a moving average of their time. */
@ApplicationScoped
public class Load {

  private static final int AFTER_ARRIVAL = -9_990;
  private static final int WEIGHT = 16;

  private final int bound;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicLong averageMicros = new AtomicLong(1_000);

  Load(EdgeConfig config) {
    this.bound = config.maxConcurrency();
  }

  void install(@Observes Router router) {
    router.route().order(AFTER_ARRIVAL).handler(this::count);
  }

  private void count(RoutingContext routing) {
    inFlight.incrementAndGet();
    routing.addEndHandler(
        ended -> {
          inFlight.decrementAndGet();
          long micros = RequestContext.of(routing).elapsedMicros();
          averageMicros.updateAndGet(old -> old + (micros - old) / WEIGHT);
        });
    routing.next();
  }

  CapacityView capacity() {
    int active = inFlight.get();
    double load = Math.min(1.0, (double) active / bound);
    long perSecond = bound * 1_000_000L / Math.max(1, averageMicros.get());
    return new CapacityView(load, perSecond, (long) (perSecond * (1 - load)), 0, active);
  }
}
