package dev.nexus.auth.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long audit events are kept. */
@ConfigMapping(prefix = "nexus.auth.audit")
public interface AuditConfig {

  /** Age at which an event is forgotten. */
  @WithDefault("90d")
  Duration retention();

  /** Events that are kept at most; the oldest go first. */
  @WithDefault("10000000")
  long maxEvents();
}
