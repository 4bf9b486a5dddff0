package dev.nexus.batch.execution;

/**
 * Batches of an owner that are kept, by how they stand.
 *
 * @param total all, cancelled ones included
 * @param active in progress
 * @param completed with at least one successful item
 * @param failed without
 */
record Tally(long total, int active, long completed, long failed) {}
