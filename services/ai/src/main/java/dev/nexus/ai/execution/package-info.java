/**
 * Template execution: the HTTP edge, the rules, and the durable record of every execution (protocol
 * 3.3).
 */
@NullMarked
package dev.nexus.ai.execution;

import org.jspecify.annotations.NullMarked;
