/** Where a request came from. */
@NullMarked
package dev.nexus.auth.origin;

import org.jspecify.annotations.NullMarked;
