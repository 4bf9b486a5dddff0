package dev.nexus.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sessions begin. */
@ConfigMapping(prefix = "nexus.auth.session")
public interface SessionConfig {

  /** Refused logins are answered at multiples of this time after their arrival. */
  @WithDefault("250ms")
  Duration failureStep();
}
