/** Conversations from their creation to the end of their retention (protocol 3.6). */
@NullMarked
package dev.nexus.conversation.lifecycle;

import org.jspecify.annotations.NullMarked;
