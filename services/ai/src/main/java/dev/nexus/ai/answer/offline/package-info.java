/**
 * Answers from the built-in topics of the catalogue: no network, no key, the same answer every
 * time.
 */
@NullMarked
package dev.nexus.ai.answer.offline;

import org.jspecify.annotations.NullMarked;
