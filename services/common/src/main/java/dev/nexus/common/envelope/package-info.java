/** The wire's envelope (protocol section 1): request and response metadata. Records only. */
@NullMarked
package dev.nexus.common.envelope;

import org.jspecify.annotations.NullMarked;
