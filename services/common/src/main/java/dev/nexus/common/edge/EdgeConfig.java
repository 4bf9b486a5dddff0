package dev.nexus.common.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the HTTP edge. */
@ConfigMapping(prefix = "nexus.edge")
public interface EdgeConfig {

  /** Whether bodies are read here, for their metadata. The gateway passes them on unread. */
  @WithDefault("true")
  boolean readBodies();

  /** Largest accepted request body; a larger one is answered 413. */
  @WithDefault("1M")
  MemorySize maxBodySize();

  /** Requests that are handled at a time; the bound that load and capacity are told against. */
  @WithDefault("256")
  int maxConcurrency();
}
