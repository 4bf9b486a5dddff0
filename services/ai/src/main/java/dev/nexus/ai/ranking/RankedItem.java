package dev.nexus.ai.ranking;

/**
 * A result's place among all results.
 *
 * @param id the result
 * @param score at least 0
 * @param rank 1 is first
 */
public record RankedItem(String id, double score, int rank) {}
