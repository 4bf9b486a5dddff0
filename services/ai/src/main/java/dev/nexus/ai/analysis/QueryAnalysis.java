package dev.nexus.ai.analysis;

import dev.nexus.ai.catalogue.Domain;
import dev.nexus.ai.catalogue.Intent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a query is about.
 *
 * @param stems its words
 * @param intents what it wants done
 * @param type the kind of answer
 * @param chosen domains that answer, with their scores, the most confident first
 * @param report the same for the wire
 */
public record QueryAnalysis(
    List<String> stems,
    Set<Intent> intents,
    QueryType type,
    List<Candidate> chosen,
    DomainAnalysis report) {

  /** Scores of the chosen domains by id. */
  public Map<String, Score> scores() {
    return chosen.stream().collect(Collectors.toMap(c -> c.domain().id(), Candidate::score));
  }

  /**
   * A domain under consideration.
   *
   * @param domain the domain
   * @param score how well it fits
   * @param reason why it is here
   */
  public record Candidate(Domain domain, Score score, String reason) {}
}
