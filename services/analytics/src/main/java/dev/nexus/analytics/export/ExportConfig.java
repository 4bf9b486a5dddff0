package dev.nexus.analytics.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of exports. */
@ConfigMapping(prefix = "nexus.analytics.export")
public interface ExportConfig {

  /** Files that are written at a time; each holds a database connection. */
  @WithDefault("3")
  int maxConcurrency();

  /** Longest time for one file. */
  @WithDefault("15m")
  Duration timeout();

  /** How long a download link is good. */
  @WithDefault("1h")
  Duration linkValidity();
}
