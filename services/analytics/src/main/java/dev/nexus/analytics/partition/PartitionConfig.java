package dev.nexus.analytics.partition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long events are kept. */
@ConfigMapping(prefix = "nexus.analytics.partition")
public interface PartitionConfig {

  /**
   * Days that events are kept, today included. Statistics can be asked for 365 days, so the default
   * is longer.
   */
  @WithDefault("400")
  int retentionDays();

  /** Days for which partitions are made ahead. */
  @WithDefault("7")
  int daysAhead();
}
