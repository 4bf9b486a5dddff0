package dev.nexus.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Counters of this process only, bounded in number. */
final class LocalLimitStore implements LimitStore {

  private final Clock clock;
  private final Cache<String, AtomicLong> arrivals;

  LocalLimitStore(Clock clock, int size) {
    this.clock = clock;
    this.arrivals =
        Caffeine.newBuilder()
            .maximumSize(size)
            .expireAfterAccess(Duration.ofHours(1))
            .executor(Runnable::run)
            .build();
  }

  @Override
  public Future<Decision> take(Limit limit, String caller) {
    Instant now = clock.instant();
    long nowMicros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
    AtomicLong tat = arrivals.get(limit.name() + ':' + caller, key -> new AtomicLong());
    Gcra.Outcome outcome;
    synchronized (tat) {
      outcome = Gcra.take(tat.get(), nowMicros, limit);
      tat.set(nowMicros + outcome.aheadMicros());
    }
    return Future.succeededFuture(outcome.decision(limit, now));
  }
}
