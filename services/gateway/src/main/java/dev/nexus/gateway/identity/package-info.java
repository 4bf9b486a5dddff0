/** Who calls: access tokens checked with the realm's published keys, cheaply. */
@NullMarked
package dev.nexus.gateway.identity;

import org.jspecify.annotations.NullMarked;
