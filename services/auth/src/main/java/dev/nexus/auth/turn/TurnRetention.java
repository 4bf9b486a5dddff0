package dev.nexus.auth.turn;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Forgets turns that lost processes have left behind. Safe on every replica at once. */
@ApplicationScoped
class TurnRetention {

  private final TurnStore store;
  private final Clock clock;

  TurnRetention(TurnStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    store.forget(clock.instant());
  }
}
