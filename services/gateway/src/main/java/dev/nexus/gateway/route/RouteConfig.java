package dev.nexus.gateway.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;

/** The routes; the defaults stand in application.yaml. */
@ConfigMapping(prefix = "nexus.gateway.routes")
public interface RouteConfig {

  /** Routes by their names. */
  @WithParentName
  Map<String, Entry> routes();

  /** One route. */
  interface Entry {

    /** Path prefix, matched at segment borders; the longest one wins. */
    String prefix();

    /** Name of the service, as in {@code nexus.peers.<name>.url}. */
    String peer();

    /** Whether a valid access token is required. */
    @WithDefault("true")
    boolean authenticated();

    /** Name of a limit under {@code nexus.gateway.limits}. */
    @WithDefault("default")
    String limit();

    /** Until the answer must have begun; clients give up after 30 s (protocol 2.4). */
    @WithDefault("28s")
    Duration timeout();
  }
}
