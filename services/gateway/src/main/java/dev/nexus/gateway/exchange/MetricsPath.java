package dev.nexus.gateway.exchange;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Metrics also at the path of protocol 3.1, where Prometheus looks unless it is told otherwise. */
@ApplicationScoped
class MetricsPath {

  private static final String CONTRACT = "/metrics";
  private static final String QUARKUS = "/q/metrics";

  void install(@Observes ManagementInterface management) {
    management.router().get(CONTRACT).handler(MetricsPath::answer);
  }

  private static void answer(RoutingContext routing) {
    routing.reroute(QUARKUS);
  }
}
