/** What a client asks for: every accepted request shape read into one {@code Order}. Pure. */
@NullMarked
package dev.nexus.batch.order;

import org.jspecify.annotations.NullMarked;
