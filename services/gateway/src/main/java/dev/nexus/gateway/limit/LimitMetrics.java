package dev.nexus.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What the limits decided. Labels are the limits' names, never callers. */
final class LimitMetrics {

  private record Meters(AtomicInteger remaining, Counter allowed, Counter limited) {}

  private final Map<String, Meters> meters = new HashMap<>();

  LimitMetrics(MeterRegistry registry, Set<String> limits) {
    for (String limit : limits) {
      AtomicInteger remaining = new AtomicInteger();
      Gauge.builder("nexus.rate.limit.remaining", remaining, AtomicInteger::get)
          .description("Requests left to the caller that was decided on last")
          .tag("limit", limit)
          .strongReference(true)
          .register(registry);
      meters.put(
          limit,
          new Meters(
              remaining, counter(registry, limit, "allowed"), counter(registry, limit, "limited")));
    }
  }

  void record(Limit limit, Decision decision) {
    Meters of = Objects.requireNonNull(meters.get(limit.name()));
    of.remaining().set(decision.remaining());
    (decision.allowed() ? of.allowed() : of.limited()).increment();
  }

  private static Counter counter(MeterRegistry registry, String limit, String outcome) {
    return Counter.builder("nexus.rate.limit.decisions")
        .description("Requests that met a limit")
        .tag("limit", limit)
        .tag("outcome", outcome)
        .register(registry);
  }
}
