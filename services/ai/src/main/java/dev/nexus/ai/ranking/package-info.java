/** Filtering and ordering of results (protocol 4.4, 4.5). Pure. */
@NullMarked
package dev.nexus.ai.ranking;

import org.jspecify.annotations.NullMarked;
