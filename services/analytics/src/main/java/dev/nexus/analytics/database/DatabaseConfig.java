package dev.nexus.analytics.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of work on the database. */
@ConfigMapping(prefix = "nexus.analytics.database")
public interface DatabaseConfig {

  /** Longest statement, and all reads of an answer; below the 25 s it may take (protocol 2.4). */
  @WithDefault("20s")
  Duration statementTimeout();

  /** Reads at a time; the rest of the pool is for those who log. */
  @WithDefault("6")
  int maxReads();

  /** Reads that may wait for their turn; what comes beyond is answered 429. */
  @WithDefault("256")
  int maxWaitingReads();

  /** Longest wait, then 429. */
  @WithDefault("3s")
  Duration patience();
}
