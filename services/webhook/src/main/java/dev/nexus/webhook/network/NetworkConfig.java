package dev.nexus.webhook.network;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Where deliveries may go. */
@ConfigMapping(prefix = "nexus.webhook.delivery")
public interface NetworkConfig {

  /**
   * Blocks in CIDR notation that may be reached although they are private, for example {@code
   * 10.1.0.0/16}. None by default.
   */
  Optional<List<String>> allowedNetworks();
}
