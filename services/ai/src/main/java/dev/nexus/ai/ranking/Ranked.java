package dev.nexus.ai.ranking;

import dev.nexus.ai.answer.DomainSection;
import java.util.List;

/**
 * Sections after filtering and ordering.
 *
 * @param sections with the results that are left, in the ranking's order
 * @param ranking the order over all sections
 */
public record Ranked(List<DomainSection> sections, Ranking ranking) {}
