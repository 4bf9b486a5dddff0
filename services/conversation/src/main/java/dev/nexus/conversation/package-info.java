/**
 * The conversation service (protocol 3.6 and 5.3): conversations, their messages and the answers to
 * them. {@code message} knows {@code lifecycle}, {@code memory} and {@code assistant}, which do not
 * know each other but for the lines of the memory that the assistant is given.
 */
@NullMarked
package dev.nexus.conversation;

import org.jspecify.annotations.NullMarked;
