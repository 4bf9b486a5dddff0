/** What of a conversation the assistant is told. Pure. */
@NullMarked
package dev.nexus.conversation.memory;

import org.jspecify.annotations.NullMarked;
