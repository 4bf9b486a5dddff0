package dev.nexus.analytics.event;

import dev.nexus.analytics.overload.Gate;
import dev.nexus.analytics.overload.OverloadException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Bounds the events that are being stored or wait for it, and counts what becomes of them. */
@ApplicationScoped
class IngestGate {

  private static final String EVENTS = "nexus_analytics_events";

  private final Gate gate;
  private final Counter stored;
  private final Counter duplicate;
  private final Counter refused;

  IngestGate(IngestConfig config, MeterRegistry meters) {
    this.gate =
        new Gate(
            "events",
            config.maxConcurrency(),
            config.maxPending().asLongValue(),
            config.patience());
    this.stored = meters.counter(EVENTS, "result", "stored");
    this.duplicate = meters.counter(EVENTS, "result", "duplicate");
    this.refused = meters.counter(EVENTS, "result", "refused");
  }

  /**
   * Stores the events when their turn comes.
   *
   * @throws OverloadException when there are too many already
   */
  List<Receipt> pass(List<NewEvent> events, Supplier<List<Receipt>> store) {
    try {
      List<Receipt> receipts =
          gate.pass(events.stream().mapToLong(NewEvent::bytes).sum(), store::get);
      long again = receipts.stream().filter(Receipt::duplicate).count();
      duplicate.increment(again);
      stored.increment(receipts.size() - again);
      return receipts;
    } catch (OverloadException e) {
      refused.increment(events.size());
      throw e;
    }
  }
}
