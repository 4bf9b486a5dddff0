/**
 * Test support of the services: tokens, a settable clock, real PostgreSQL and Redis, the rules of
 * the architecture. Never on a production class path.
 */
@NullMarked
package dev.nexus.common.testing;

import org.jspecify.annotations.NullMarked;
