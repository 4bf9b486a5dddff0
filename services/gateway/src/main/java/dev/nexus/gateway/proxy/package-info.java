/** Forwarding to a peer and back as a stream: headers, bodies, time limits, cancellation. */
@NullMarked
package dev.nexus.gateway.proxy;

import org.jspecify.annotations.NullMarked;
