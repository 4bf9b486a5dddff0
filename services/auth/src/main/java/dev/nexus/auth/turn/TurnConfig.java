package dev.nexus.auth.turn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long logins of one account wait for each other. */
@ConfigMapping(prefix = "nexus.auth.turns")
public interface TurnConfig {

  /** Time that a login waits for those before it. */
  @WithDefault("15s")
  Duration patience();

  /** Logins of one account that wait in one process at most. */
  @WithDefault("64")
  int maxWaiting();

  /** Time after which a turn is over though nobody has ended it; longer than Keycloak may take. */
  @WithDefault("15s")
  Duration lease();
}
