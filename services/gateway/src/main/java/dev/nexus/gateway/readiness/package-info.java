/** What /ready tells: the peers as they answer now, and Redis. */
@NullMarked
package dev.nexus.gateway.readiness;

import org.jspecify.annotations.NullMarked;
