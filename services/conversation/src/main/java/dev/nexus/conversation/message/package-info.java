/**
 * Messages: the HTTP edge, the rules of an exchange, and the durable, numbered record of what was
 * said (protocol 3.6, 5.3).
 */
@NullMarked
package dev.nexus.conversation.message;

import org.jspecify.annotations.NullMarked;
