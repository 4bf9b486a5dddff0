package dev.nexus.auth.audit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Forgets old events. Safe on every replica at once. */
@ApplicationScoped
class AuditRetention {

  private static final Logger LOG = Logger.getLogger(AuditRetention.class);

  private final AuditStore store;
  private final AuditConfig config;
  private final Clock clock;

  AuditRetention(AuditStore store, AuditConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int forgotten = store.forget(clock.instant().minus(config.retention()), config.maxEvents());
    if (forgotten > 0) {
      LOG.infof("Audit events past retention forgotten: %d", forgotten);
    }
  }
}
