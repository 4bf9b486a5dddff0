/** One login of an account at a time. Knows no feature. */
@NullMarked
package dev.nexus.auth.turn;

import org.jspecify.annotations.NullMarked;
