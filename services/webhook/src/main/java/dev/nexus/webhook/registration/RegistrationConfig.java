package dev.nexus.webhook.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of registration. */
@ConfigMapping(prefix = "nexus.webhook.registration")
public interface RegistrationConfig {

  /** Receivers one principal may have. */
  @WithDefault("1000")
  int maxPerOwner();
}
