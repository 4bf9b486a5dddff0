package dev.nexus.auth.keycloak;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Patience with Keycloak. */
@ConfigMapping(prefix = "nexus.auth.keycloak")
public interface KeycloakConfig {

  /** Time until a connection is there, be it new or from the pool. */
  @WithDefault("2s")
  Duration connectTimeout();

  /** Time from a request's sending to the last byte of its answer. */
  @WithDefault("5s")
  Duration timeout();

  /** The same for the probe of readiness. */
  @WithDefault("1s")
  Duration probeTimeout();

  /** Connections at most. */
  @WithDefault("32")
  int maxConnections();

  /** Requests that wait for a connection at most; further ones are refused. */
  @WithDefault("256")
  int maxWaiting();

  /** Name of the TLS configuration; without one, the Java runtime's authorities are trusted. */
  Optional<String> tlsConfigurationName();
}
