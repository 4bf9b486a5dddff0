package dev.nexus.ai.ranking;

import dev.nexus.ai.analysis.Score;
import dev.nexus.ai.answer.DomainSection;
import dev.nexus.ai.answer.ResultItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Filters results and puts them in order. */
public final class Ranker {

  private static final double RELEVANCE = 0.6;
  private static final double CONFIDENCE = 0.4;

  private Ranker() {}

  /** The sections as the filters want them. */
  public static Ranked rank(List<DomainSection> sections, Filters filters) {
    List<ResultItem> items =
        sections.stream()
            .flatMap(section -> section.results().stream())
            .filter(item -> passes(item, filters))
            .sorted(order(filters))
            .limit(most(filters))
            .toList();
    List<RankedItem> ranks = new ArrayList<>();
    for (ResultItem item : items) {
      ranks.add(new RankedItem(item.id(), score(item), ranks.size() + 1));
    }
    return new Ranked(
        sections.stream().map(section -> section.with(common(items, section))).toList(),
        new Ranking(List.copyOf(ranks), Ranking.ALGORITHM));
  }

  private static double score(ResultItem item) {
    return Score.round(RELEVANCE * item.relevance() + CONFIDENCE * item.confidence());
  }

  private static boolean passes(ResultItem item, Filters filters) {
    boolean relevant = filters.minRelevance() == null || item.relevance() >= filters.minRelevance();
    DateRange range = filters.dateRange();
    return relevant
        && (range == null || ItemFacts.date(item).stream().allMatch(date -> range.contains(date)));
  }

  private static long most(Filters filters) {
    Integer most = filters.maxResults();
    return most == null || most == 0 ? Long.MAX_VALUE : most;
  }

  /** What an item does not tell puts it last; equals are in the order of their scores. */
  private static Comparator<ResultItem> order(Filters filters) {
    Comparator<ResultItem> byScore = Comparator.comparingDouble(item -> -score(item));
    return switch (Objects.requireNonNullElse(filters.sortBy(), "relevance")) {
      case "price" ->
          Comparator.<ResultItem>comparingDouble(
                  item -> ItemFacts.price(item).orElse(Double.MAX_VALUE))
              .thenComparing(byScore);
      case "rating" ->
          Comparator.<ResultItem>comparingDouble(item -> -ItemFacts.rating(item).orElse(-1))
              .thenComparing(byScore);
      case "date" ->
          Comparator.<ResultItem>comparingLong(
                  item -> -ItemFacts.date(item).orElse(Long.MIN_VALUE + 1))
              .thenComparing(byScore);
      default -> byScore;
    };
  }

  private static List<ResultItem> common(List<ResultItem> ordered, DomainSection section) {
    Set<ResultItem> own = new HashSet<>(section.results());
    return ordered.stream().filter(own::contains).toList();
  }
}
