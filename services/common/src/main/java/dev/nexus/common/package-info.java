/**
 * Common ground of the seven services: the wire envelope, the error model, identity, readiness and
 * calls between services. No domain word and no database lives here; packages below depend on
 * Quarkus only and never on a service.
 */
@NullMarked
package dev.nexus.common;

import org.jspecify.annotations.NullMarked;
