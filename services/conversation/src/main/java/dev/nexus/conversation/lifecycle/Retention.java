package dev.nexus.conversation.lifecycle;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.IntUnaryOperator;
import org.jboss.logging.Logger;

/** Archives, deletes and forgets idle conversations. Safe on every replica at once. */
@ApplicationScoped
public class Retention {

  private static final Logger LOG = Logger.getLogger(Retention.class);

  /** So many in one transaction, for short locks. */
  private static final int BATCH = 500;

  private final ConversationStore store;
  private final LifecycleConfig config;
  private final Clock clock;

  Retention(ConversationStore store, LifecycleConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  /** One round over all that is due. */
  @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  public void run() {
    Instant now = clock.instant();
    int forgotten = all(limit -> store.forget(now.minus(config.forgetAfter()), limit));
    int deleted = all(limit -> store.delete(now.minus(config.deleteAfter()), limit));
    int archived = all(limit -> store.archive(now.minus(config.archiveAfter()), limit));
    if (archived + deleted + forgotten > 0) {
      LOG.infof(
          "Idle conversations archived: %d, deleted: %d, forgotten: %d",
          archived, deleted, forgotten);
    }
  }

  private static int all(IntUnaryOperator step) {
    int sum = 0;
    int done;
    do {
      done = step.applyAsInt(BATCH);
      sum += done;
    } while (done == BATCH);
    return sum;
  }
}
