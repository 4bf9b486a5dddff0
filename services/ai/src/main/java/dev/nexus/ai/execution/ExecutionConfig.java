package dev.nexus.ai.execution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of template execution. */
@ConfigMapping(prefix = "nexus.ai.execution")
public interface ExecutionConfig {

  /**
   * Longest time to compose an answer, whatever the request asks for (protocol 2.4: under 25 s).
   */
  @WithDefault("23s")
  Duration budget();

  /** How long executions can be read. */
  @WithDefault("30d")
  Duration retention();

  /** How long answers are cached unless the request says otherwise (protocol 1.4). */
  @WithDefault("300s")
  Duration cacheTtl();

  /** Executions of one user in a day, UTC. */
  @WithDefault("1000000")
  long quotaPerDay();
}
