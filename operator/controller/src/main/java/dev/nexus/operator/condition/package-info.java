/** Merging conditions and their transition times. Pure; the clock is passed in. */
@NullMarked
package dev.nexus.operator.condition;

import org.jspecify.annotations.NullMarked;
