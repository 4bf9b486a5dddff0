package dev.nexus.ai.execution;

import dev.nexus.ai.answer.DomainSection;
import dev.nexus.ai.answer.ResultItem;
import dev.nexus.ai.composition.Composition;
import dev.nexus.ai.ranking.RankedItem;
import dev.nexus.ai.ranking.Ranking;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows executions. */
final class Views {

  private Views() {}

  /** The execution with one page of its results. */
  static ExecutionView of(Execution execution, PageRequest page) {
    Optional<Composition> answer = execution.composition();
    List<DomainSection> all = answer.map(Composition::sections).orElse(List.of());
    Ranking ranking = answer.map(Composition::ranking).orElse(Ranking.EMPTY);
    return new ExecutionView(
        execution.id().toString(),
        execution.id().toString(),
        execution.intentId().toString(),
        execution.status(),
        text(execution.startedAt()),
        execution.completedAt().map(Views::text).orElse(null),
        execution.error().orElse(null),
        answer.map(Composition::queryType).orElse(null),
        page(all, ranking, page),
        answer.map(Composition::webSearch).orElse(null),
        ranking,
        metadata(execution, all),
        (int) execution.duration().toMillis(),
        Pagination.of(page, ranking.items().size()),
        answer.map(Composition::workflow).orElse(null),
        answer.map(Composition::domainAnalysis).orElse(null));
  }

  /** Every domain stays on every page, so that none seems not to have answered. */
  private static List<DomainSection> page(
      List<DomainSection> sections, Ranking ranking, PageRequest page) {
    Set<String> shown =
        ranking.items().stream()
            .skip((long) (page.number() - 1) * page.size())
            .limit(page.size())
            .map(RankedItem::id)
            .collect(Collectors.toSet());
    return sections.stream().map(section -> section.with(shown(section, shown))).toList();
  }

  private static List<ResultItem> shown(DomainSection section, Set<String> ids) {
    return section.results().stream().filter(item -> ids.contains(item.id())).toList();
  }

  private static ExecutionMetadata metadata(Execution execution, List<DomainSection> sections) {
    Map<String, Integer> stats =
        sections.stream()
            .collect(Collectors.toMap(DomainSection::domainId, s -> s.results().size()));
    return new ExecutionMetadata(
        execution.startedAt().getEpochSecond(),
        execution.completedAt().map(Instant::getEpochSecond).orElse(null),
        execution.duration().toMillis(),
        stats,
        sections.size(),
        stats.values().stream().mapToInt(Integer::intValue).sum(),
        execution.composition().map(Composition::provider).orElse(null));
  }

  private static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
