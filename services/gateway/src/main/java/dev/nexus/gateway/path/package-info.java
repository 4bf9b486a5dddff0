/** How a request's target is read: in one way, or not at all. Pure; depends on common's errors. */
@NullMarked
package dev.nexus.gateway.path;

import org.jspecify.annotations.NullMarked;
