package dev.nexus.ai.analysis;

import java.util.List;

/**
 * Which domains a query was routed to (protocol 4.6).
 *
 * @param selectedDomains those that answer, the most confident first
 * @param rejectedDomains candidates that do not
 * @param confidence 0..1, of the best selected domain
 * @param analysisAlgorithm the contract's name of how it was found
 */
public record DomainAnalysis(
    List<DomainSelection> selectedDomains,
    List<DomainSelection> rejectedDomains,
    double confidence,
    String analysisAlgorithm) {

  public static final String ALGORITHM = "hybrid_keyword_semantic";
}
