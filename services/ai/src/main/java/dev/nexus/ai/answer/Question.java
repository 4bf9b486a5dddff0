package dev.nexus.ai.answer;

import dev.nexus.ai.analysis.QueryAnalysis;
import dev.nexus.ai.analysis.Score;
import dev.nexus.ai.catalogue.Domain;
import dev.nexus.ai.catalogue.Language;

/**
 * What a provider is asked: one query, as seen by one domain.
 *
 * @param query the user's words
 * @param language the language of the answer
 * @param domain the domain that answers
 * @param analysis what the query is about
 * @param limit most results wanted
 */
public record Question(
    String query, Language language, Domain domain, QueryAnalysis analysis, int limit) {

  /** How well the domain fits the query. */
  public Score score() {
    return analysis.scores().getOrDefault(domain.id(), new Score(0, 0));
  }
}
