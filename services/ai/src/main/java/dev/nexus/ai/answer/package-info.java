/** The port behind which answers are made, and what an answer consists of (protocol 4.5). */
@NullMarked
package dev.nexus.ai.answer;

import org.jspecify.annotations.NullMarked;
