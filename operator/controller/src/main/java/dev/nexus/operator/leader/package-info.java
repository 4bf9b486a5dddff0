/** Leader election that hands over at once when the leader is told to stop. */
@NullMarked
package dev.nexus.operator.leader;

import org.jspecify.annotations.NullMarked;
