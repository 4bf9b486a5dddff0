package dev.nexus.batch.execution;

import dev.nexus.common.edge.IdempotencyKeys;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Ends what nobody runs and forgets what nobody can ask for. Safe on every replica at once. */
@ApplicationScoped
class Housekeeping {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class);
  private static final int PORTION = 500;
  private static final int PORTIONS = 100;

  private final BatchStore store;
  private final ExecutionConfig config;
  private final Clock clock;

  Housekeeping(BatchStore store, ExecutionConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "15s", delayed = "15s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void abandon() {
    int abandoned = store.abandon(BatchRecords.PATIENCE, clock.instant());
    if (abandoned > 0) {
      LOG.warnf("Batches ended whose process is gone: %d", abandoned);
    }
  }

  /** In portions, each a short transaction. */
  @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void forget() {
    Instant now = clock.instant();
    int forgotten = 0;
    int portion = PORTION;
    for (int i = 0; i < PORTIONS && portion == PORTION; i++) {
      portion = store.forget(now.minus(config.retention()), PORTION);
      forgotten += portion;
    }
    if (forgotten > 0) {
      LOG.infof("Batches past retention forgotten: %d", forgotten);
    }
    int keys = store.forgetClaims(now.minus(IdempotencyKeys.WINDOW));
    LOG.debugf("Outdated keys and counts forgotten: %d", keys);
  }
}
