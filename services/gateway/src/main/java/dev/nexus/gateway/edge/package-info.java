/** The way of a request through the gateway, in order; may use every other package. */
@NullMarked
package dev.nexus.gateway.edge;

import org.jspecify.annotations.NullMarked;
