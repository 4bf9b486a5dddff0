package dev.nexus.analytics.cleaning;

import dev.nexus.analytics.event.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Deletes in small transactions, for as long as an answer may take. */
@ApplicationScoped
class CleaningService {

  private static final int EVENTS_AT_A_TIME = 5_000;
  private static final Duration BUDGET = Duration.ofSeconds(15);

  private final EventStore store;
  private final Clock clock;

  CleaningService(EventStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  CleaningView clean(String tenant, int daysToKeep) {
    Instant before = clock.instant().minus(Duration.ofDays(daysToKeep));
    long deadline = System.nanoTime() + BUDGET.toNanos();
    long total = 0;
    boolean all = false;
    while (!all && System.nanoTime() < deadline) {
      int deleted = store.delete(tenant, before, EVENTS_AT_A_TIME);
      total += deleted;
      all = deleted < EVENTS_AT_A_TIME;
    }
    return new CleaningView(
        total,
        all
            ? "Events older than " + daysToKeep + " days are deleted"
            : "There are more events older than " + daysToKeep + " days: call again");
  }
}
