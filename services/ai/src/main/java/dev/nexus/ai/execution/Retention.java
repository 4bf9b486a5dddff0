package dev.nexus.ai.execution;

import dev.nexus.common.edge.IdempotencyKeys;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Forgets what nobody can ask for any more. Safe on every replica at once. */
@ApplicationScoped
class Retention {

  private static final Logger LOG = Logger.getLogger(Retention.class);

  private final ExecutionStore store;
  private final ExecutionConfig config;
  private final Clock clock;

  Retention(ExecutionStore store, ExecutionConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    Instant now = clock.instant();
    int forgotten = store.forget(now.minus(config.retention()), now.minus(IdempotencyKeys.WINDOW));
    if (forgotten > 0) {
      LOG.infof("Executions past retention forgotten: %d", forgotten);
    }
  }
}
