package dev.nexus.auth.lockout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many wrong passwords are borne, per account and network. */
@ConfigMapping(prefix = "nexus.auth.lockout")
public interface LockoutConfig {

  /** Wrong passwords in a row before the first lock. The contract wants 20 to pass in a minute. */
  @WithDefault("20")
  int maxFailures();

  /** The first lock; each further wrong password doubles it. */
  @WithDefault("30s")
  Duration firstLock();

  /** The longest lock. */
  @WithDefault("15m")
  Duration maxLock();

  /** Quiet time after which wrong passwords are forgotten; longer than the longest lock. */
  @WithDefault("30m")
  Duration forgetAfter();

  /** Counters that are kept at most; those that were quiet longest go first. */
  @WithDefault("100000")
  int maxCounters();
}
