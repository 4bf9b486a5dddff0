package dev.nexus.analytics.event;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of logging events. */
@ConfigMapping(prefix = "nexus.analytics.ingest")
public interface IngestConfig {

  /** Events of one batch. */
  @WithDefault("1000")
  int maxBatch();

  /** The data of one event, as JSON. */
  @WithDefault("32K")
  MemorySize maxDataSize();

  /** Transactions at a time; the rest of the pool is for those who read. */
  @WithDefault("8")
  int maxConcurrency();

  /** Events that are being stored or wait for it; what comes beyond is answered 429. */
  @WithDefault("16M")
  MemorySize maxPending();

  /** Longest wait for a transaction, then 429. */
  @WithDefault("2s")
  Duration patience();

  /** How far the clock of who logs an event may be ahead. */
  @WithDefault("5m")
  Duration maxAhead();
}
