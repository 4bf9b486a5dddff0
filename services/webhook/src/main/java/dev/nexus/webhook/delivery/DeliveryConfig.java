package dev.nexus.webhook.delivery;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of one attempt. */
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
}
