package dev.nexus.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;

/** The request limits that routes name; the defaults stand in application.yaml. */
@ConfigMapping(prefix = "nexus.gateway.limits")
public interface LimitConfig {

  /** Limits by their names. */
  @WithParentName
  Map<String, Entry> limits();

  /** One limit. */
  interface Entry {

    /** Requests in a period; so many may also come at once. */
    int requests();

    /** The period. */
    @WithDefault("1m")
    Duration period();
  }
}
