/**
 * The webhook service (protocol 3.5 and 5.2): receivers and what is delivered to them. {@code
 * delivery} knows {@code registration}, both know {@code network}, never the other way.
 */
@NullMarked
package dev.nexus.webhook;

import org.jspecify.annotations.NullMarked;
