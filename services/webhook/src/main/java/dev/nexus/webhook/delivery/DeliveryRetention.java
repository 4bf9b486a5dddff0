package dev.nexus.webhook.delivery;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Forgets old deliveries. Safe on every replica at once. */
@ApplicationScoped
class DeliveryRetention {

  private static final Logger LOG = Logger.getLogger(DeliveryRetention.class);

  private final DeliveryStore store;
  private final DeliveryConfig config;
  private final Clock clock;

  DeliveryRetention(DeliveryStore store, DeliveryConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int forgotten = store.forget(clock.instant().minus(config.retention()));
    if (forgotten > 0) {
      LOG.infof("Deliveries past retention forgotten: %d", forgotten);
    }
  }
}
