package dev.nexus.batch.item;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the calls that execute items. */
@ConfigMapping(prefix = "nexus.batch.item")
public interface ItemConfig {

  /** How often an item is tried while the ai service is not there or answers unreadably. */
  @WithDefault("3")
  int attempts();

  /** Largest answer of the ai service that is taken over. */
  @WithDefault("1M")
  MemorySize maxResponseSize();
}
