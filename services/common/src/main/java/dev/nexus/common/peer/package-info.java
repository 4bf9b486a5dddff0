/** Calls to other services of the platform, over mutual TLS when certificates are mounted. */
@NullMarked
package dev.nexus.common.peer;

import org.jspecify.annotations.NullMarked;
