package dev.nexus.ai.composition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Finished answers of this process. Bounded; losing it costs time only, for executions are stored
 * elsewhere.
 */
@Singleton
public class CompositionCache {

  private static final long MOST_ENTRIES = 2_000;

  private record Entry(Composition composition, Duration ttl) {}

  private final Cache<String, Entry> entries;
  private final Counter hits;
  private final Counter misses;

  public CompositionCache(Clock clock, MeterRegistry metrics) {
    this.entries =
        Caffeine.newBuilder()
            .maximumSize(MOST_ENTRIES)
            .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
            .expireAfter(Expiry.<String, Entry>writing((key, entry) -> entry.ttl()))
            .build();
    this.hits = metrics.counter("nexus.cache.hits");
    this.misses = metrics.counter("nexus.cache.misses");
  }

  /** The answer kept under the key. */
  public Optional<Composition> find(String key) {
    Optional<Composition> found =
        Optional.ofNullable(entries.getIfPresent(key)).map(Entry::composition);
    (found.isPresent() ? hits : misses).increment();
    return found;
  }

  /** Keeps a complete answer; others may come out better next time. */
  public void keep(String key, Composition composition, Duration ttl) {
    if (composition.status() == ExecutionStatus.COMPLETED && ttl.isPositive()) {
      entries.put(key, new Entry(composition, ttl));
    }
  }
}
