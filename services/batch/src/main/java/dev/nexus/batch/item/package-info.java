/** One item of a batch: what is asked of the ai service for it, and what came of that. */
@NullMarked
package dev.nexus.batch.item;

import org.jspecify.annotations.NullMarked;
