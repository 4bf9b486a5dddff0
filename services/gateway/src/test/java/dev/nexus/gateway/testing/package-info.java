/** The gateway's surroundings in tests: an issuer and peers, really listening on loopback. */
@NullMarked
package dev.nexus.gateway.testing;

import org.jspecify.annotations.NullMarked;
