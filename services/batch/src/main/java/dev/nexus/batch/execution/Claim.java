package dev.nexus.batch.execution;

import java.util.UUID;

/**
 * The right to write what a run brings; lost when the batch is cancelled or another run has it.
 *
 * @param batch the batch
 * @param fence new for every run
 */
record Claim(UUID batch, UUID fence) {}
