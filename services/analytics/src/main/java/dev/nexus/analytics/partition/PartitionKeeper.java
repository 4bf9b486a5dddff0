package dev.nexus.analytics.partition;

import dev.nexus.analytics.scope.Period;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Makes partitions ahead and drops those past retention, at the start and then every ten minutes;
 * forgets keys every minute, since under load they expire as fast as events come. A run is bounded;
 * what it leaves is the next one's. Safe on every replica at once.
 */
@ApplicationScoped
public class PartitionKeeper {

  private static final Logger LOG = Logger.getLogger(PartitionKeeper.class);
  private static final int DROPS_PER_RUN = 30;
  private static final int KEYS_PER_CALL = 5_000;
  private static final Duration FORGETTING = Duration.ofSeconds(45);

  private final Partitions partitions;
  private final PartitionConfig config;
  private final Clock clock;

  PartitionKeeper(Partitions partitions, PartitionConfig config, Clock clock) {
    this.partitions = partitions;
    this.config = config;
    this.clock = clock;
  }

  /** The first day that is kept; events before it are gone and no more taken. */
  public LocalDate oldestKept() {
    return Period.dayOf(clock.instant()).minusDays(config.retentionDays() - 1L);
  }

  @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    LocalDate today = Period.dayOf(clock.instant());
    partitions.ensure(
        Stream.iterate(today, day -> day.plusDays(1)).limit(config.daysAhead() + 1L).toList());
    dropOld();
  }

  private void dropOld() {
    LocalDate oldest = oldestKept();
    partitions.days().stream()
        .filter(day -> day.isBefore(oldest))
        .limit(DROPS_PER_RUN)
        .forEach(
            day ->
                LOG.infof(
                    partitions.drop(day)
                        ? "Partition past retention dropped: %s"
                        : "Partition past retention is in use and stays for now: %s",
                    day));
  }

  @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void forgetKeys() {
    Instant before = Period.startOf(oldestKept());
    Instant end = clock.instant().plus(FORGETTING);
    int forgotten;
    do {
      forgotten = partitions.forgetKeys(before, clock.instant(), KEYS_PER_CALL);
    } while (forgotten >= KEYS_PER_CALL && clock.instant().isBefore(end));
  }
}
