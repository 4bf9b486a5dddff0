/**
 * The batch service (protocol 3.4 and 5.1). {@code order} reads what a client asks for, {@code
 * item} executes one piece of it, {@code execution} runs and keeps batches; it knows both others.
 */
@NullMarked
package dev.nexus.batch;

import org.jspecify.annotations.NullMarked;
