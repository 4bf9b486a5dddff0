package dev.nexus.operator.platform.settings;

import java.util.Optional;

/**
 * What the operator's own installation contributes to every platform.
 *
 * @param version release that a platform runs unless its spec says otherwise
 * @param registry registry and path of the services' images
 * @param postgresImage image of PostgreSQL; empty leaves it to CloudNativePG
 * @param redisImage image of Redis; redis-operator has no default
 * @param keycloakImage image of Keycloak; empty leaves it to the Keycloak operator
 * @param namespace namespace of the operator
 * @param monitoringNamespace namespace that metrics are read from
 */
public record Installation(
    String version,
    String registry,
    Optional<String> postgresImage,
    String redisImage,
    Optional<String> keycloakImage,
    String namespace,
    String monitoringNamespace) {}
