/**
 * Batches: the HTTP edge, the rules, the run of a batch in this process, and the durable record
 * that all replicas share.
 */
@NullMarked
package dev.nexus.batch.execution;

import org.jspecify.annotations.NullMarked;
