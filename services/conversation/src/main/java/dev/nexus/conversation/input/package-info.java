/** Reading of request bodies. */
@NullMarked
package dev.nexus.conversation.input;

import org.jspecify.annotations.NullMarked;
