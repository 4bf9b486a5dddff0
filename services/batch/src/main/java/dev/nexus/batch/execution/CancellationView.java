package dev.nexus.batch.execution;

/**
 * A cancelled batch (protocol 3.4).
 *
 * @param batchId the batch
 * @param status {@code cancelled}
 * @param message for people
 */
public record CancellationView(String batchId, BatchState status, String message) {}
