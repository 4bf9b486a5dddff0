/** The operator of NexusPlatform. */
@NullMarked
package dev.nexus.operator;

import org.jspecify.annotations.NullMarked;
