/** The AI service: answers queries by template execution (protocol 3.3 and section 4). */
@NullMarked
package dev.nexus.ai;

import org.jspecify.annotations.NullMarked;
