package dev.nexus.auth.lockout;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Forgets counters that lock nobody any more. Safe on every replica at once. */
@ApplicationScoped
class LockoutRetention {

  private final FailureStore store;
  private final LockoutConfig config;
  private final Clock clock;

  LockoutRetention(FailureStore store, LockoutConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    store.forget(clock.instant().minus(config.forgetAfter()), config.maxCounters());
  }
}
