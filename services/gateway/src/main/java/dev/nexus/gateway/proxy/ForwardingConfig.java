package dev.nexus.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How requests travel on. */
@ConfigMapping(prefix = "nexus.gateway.forwarding")
public interface ForwardingConfig {

  /** Proxies before the gateway whose X-Forwarded headers are believed; 0 believes no one. */
  @WithDefault("0")
  int trustedHops();

  /** Until a connection to a peer must stand. */
  @WithDefault("2s")
  Duration connectTimeout();

  /** A connection on which nothing moves for so long is closed, also within an answer. */
  @WithDefault("2m")
  Duration idleTimeout();

  /** Connections to one peer. */
  @WithDefault("256")
  int maxConnections();

  /** Requests that wait for a connection to one peer; more are answered 503. */
  @WithDefault("1024")
  int maxWaiting();
}
