package dev.nexus.analytics.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of statements. */
@ConfigMapping(prefix = "nexus.analytics.database")
public interface DatabaseConfig {

  /** Longest statement; below the 25 s in which an answer is due (protocol 2.4). */
  @WithDefault("20s")
  Duration statementTimeout();
}
