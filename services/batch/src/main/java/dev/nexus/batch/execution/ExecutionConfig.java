package dev.nexus.batch.execution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of synchronous batches. */
@ConfigMapping(prefix = "nexus.batch.execution")
public interface ExecutionConfig {

  /** Longest time of a batch, whatever the request asks for (protocol 2.4: under 25 s). */
  @WithDefault("23s")
  Duration budget();

  /** Items of one batch side by side. */
  @WithDefault("10")
  int concurrency();

  /** Items of all batches side by side, in this process; as many as there are connections. */
  @WithDefault("64")
  int maxCalls();

  /** Batches at a time, in this process; one more is answered 503. */
  @WithDefault("64")
  int maxBatches();

  /**
   * How long after its last sign of life a run counts as dead; it gives ten signs in that time,
   * stores its progress with each and sees then that it was cancelled.
   */
  @WithDefault("10s")
  Duration lease();

  /** How long batches can be read. */
  @WithDefault("30d")
  Duration retention();

  /** Items of one user in a day, UTC. */
  @WithDefault("1000000")
  long quotaPerDay();
}
