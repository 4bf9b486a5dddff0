package dev.nexus.gateway.exchange;

import dev.nexus.common.edge.RequestContext;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Rate, errors and duration: in all (names of protocol 3.1) and by route. */
@ApplicationScoped
class RequestMetrics {

  private record RouteOutcome(String route, String outcome) {}

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
  };

  private final MeterRegistry registry;
  private final Timer durations;
  private final Map<Integer, Counter> byStatus = new ConcurrentHashMap<>();
  private final Map<RouteOutcome, Timer> byRoute = new ConcurrentHashMap<>();

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.durations =
        Timer.builder("nexus.requests.duration")
            .description("Time from a request's arrival to the end of its answer")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
  }

  void record(RoutingContext routing, Exchange exchange) {
    long micros = RequestContext.of(routing).elapsedMicros();
    int status = routing.response().getStatusCode();
    durations.record(micros, TimeUnit.MICROSECONDS);
    byStatus.computeIfAbsent(status, this::counter).increment();
    byRoute
        .computeIfAbsent(new RouteOutcome(exchange.routeForLog(), status / 100 + "xx"), this::timer)
        .record(micros, TimeUnit.MICROSECONDS);
  }

  private Counter counter(int status) {
    return Counter.builder("nexus.requests")
        .description("Requests answered")
        .tag("status", Integer.toString(status))
        .register(registry);
  }

  private Timer timer(RouteOutcome key) {
    return Timer.builder("nexus.gateway.route.duration")
        .description("Time of requests by route")
        .tag("route", key.route())
        .tag("outcome", key.outcome())
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
