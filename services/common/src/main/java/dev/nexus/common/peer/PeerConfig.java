package dev.nexus.common.peer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;

/** Where the services are that this one calls. */
@ConfigMapping(prefix = "nexus.peers")
public interface PeerConfig {

  /** A peer by its service name. */
  @WithParentName
  Map<String, Peer> peers();

  /** One peer. */
  interface Peer {

    /** Base URL, for example {@code https://nexus-ai.default.svc:8081}. */
    URI url();
  }
}
