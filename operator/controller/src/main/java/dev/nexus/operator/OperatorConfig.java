package dev.nexus.operator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The operator's only configuration. */
@ConfigMapping(prefix = "nexus.operator")
public interface OperatorConfig {

  /** Release that a platform runs unless its spec says otherwise. */
  @WithDefault("${quarkus.application.version}")
  String platformVersion();

  /** Images of what the platform runs. */
  Images images();

  /** Namespace of the operator itself. */
  @WithDefault("nexus-system")
  String namespace();

  /** Namespace that Prometheus runs in: metrics may be read from there. */
  @WithDefault("monitoring")
  String monitoringNamespace();

  /** How often a settled platform is looked at without an event. */
  @WithDefault("5m")
  Duration resync();

  /** How often a settled platform is looked at that would take an operator which may arrive yet. */
  @WithDefault("1m")
  Duration arrival();

  /** How often a platform is looked at that waits for something nobody tells about. */
  @WithDefault("5s")
  Duration retry();

  /** Images of what the platform runs. */
  interface Images {

    /** Registry and path of the services' images. */
    @WithDefault("ghcr.io/nexus-platform")
    String registry();

    /** Image of PostgreSQL; without it CloudNativePG chooses. */
    Optional<String> postgres();

    /** Image of Redis; redis-operator has no default. */
    @WithDefault("quay.io/opstree/redis:v7.0.15")
    String redis();

    /** Image of Keycloak, built for PostgreSQL; without it the Keycloak operator chooses. */
    Optional<String> keycloak();
  }
}
