package dev.nexus.ai.ranking;

import java.util.List;

/**
 * The order of all results over all sections (protocol 4.5).
 *
 * @param items the first first
 * @param algorithm the contract's name of how scores are made
 */
public record Ranking(List<RankedItem> items, String algorithm) {

  public static final String ALGORITHM = "weighted_relevance_confidence";

  /** The ranking of nothing. */
  public static final Ranking EMPTY = new Ranking(List.of(), ALGORITHM);
}
