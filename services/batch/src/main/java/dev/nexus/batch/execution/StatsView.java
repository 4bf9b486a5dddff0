package dev.nexus.batch.execution;

/**
 * Batches of the caller that are kept (protocol 3.4).
 *
 * @param totalBatches all, cancelled ones included
 * @param activeBatches in progress
 * @param completedBatches with at least one successful item
 * @param failedBatches without
 */
public record StatsView(
    long totalBatches, int activeBatches, long completedBatches, long failedBatches) {

  static StatsView of(Tally tally) {
    return new StatsView(tally.total(), tally.active(), tally.completed(), tally.failed());
  }
}
