/** A real Keycloak for integration tests, and the calls that clients make. */
@NullMarked
package dev.nexus.auth.testing;

import org.jspecify.annotations.NullMarked;
