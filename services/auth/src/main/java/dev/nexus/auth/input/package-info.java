/** Checks of what clients send that several features share. */
@NullMarked
package dev.nexus.auth.input;

import org.jspecify.annotations.NullMarked;
