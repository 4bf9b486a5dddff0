/** Which path goes to which peer, and on what terms. Pure but for its configuration. */
@NullMarked
package dev.nexus.gateway.route;

import org.jspecify.annotations.NullMarked;
