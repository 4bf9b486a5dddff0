package dev.nexus.webhook.delivery;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of an attempt, and of what is kept of it. */
@ConfigMapping(prefix = "nexus.webhook.delivery")
public interface DeliveryConfig {

  /** From the look-up of the host to the last byte of the answer. */
  @WithDefault("9s")
  Duration timeout();

  /** For one connection to be made, TLS included. */
  @WithDefault("4s")
  Duration connectTimeout();

  /** How much of an answer is read; the rest is not waited for. */
  @WithDefault("64K")
  MemorySize maxResponseBody();

  /** Attempts under way at a time. */
  @WithDefault("128")
  int maxConcurrency();

  /** How large the data of a test may be, as JSON. */
  @WithDefault("32K")
  MemorySize maxTestData();

  /** How long deliveries can be read. */
  @WithDefault("30d")
  Duration retention();

  /** How many deliveries of a receiver are kept, the last ones. */
  @WithDefault("1000")
  int maxKept();
}
