package dev.nexus.ai.composition;

import dev.nexus.ai.analysis.QueryAnalysis;
import dev.nexus.ai.analysis.QueryAnalyzer;
import dev.nexus.ai.answer.DomainSection;
import dev.nexus.ai.answer.Question;
import dev.nexus.ai.ranking.Ranked;
import dev.nexus.ai.ranking.Ranker;
import dev.nexus.ai.workflow.WorkflowPlanner;
import jakarta.inject.Singleton;
import java.util.List;

/** Composes the answer to a query. */
@Singleton
public class Composer {

  private final QueryAnalyzer analyzer;
  private final FanOut domains;

  public Composer(QueryAnalyzer analyzer, FanOut domains) {
    this.analyzer = analyzer;
    this.domains = domains;
  }

  /** The answer, or as much of it as there is at the deadline. */
  public Composition compose(Assignment assignment, Deadline deadline) {
    QueryAnalysis analysis =
        analyzer.analyze(assignment.query(), assignment.language(), assignment.filters().choice());
    List<Question> questions =
        analysis.chosen().stream()
            .map(
                candidate ->
                    new Question(
                        assignment.query(),
                        assignment.language(),
                        candidate.domain(),
                        analysis,
                        assignment.resultsPerDomain()))
            .toList();
    List<DomainSection> sections = domains.ask(questions, assignment.parallel(), deadline);
    Ranked ranked = Ranker.rank(sections, assignment.filters());
    WorkflowPlanner.Planned planned = WorkflowPlanner.plan(ranked.sections(), analysis.intents());
    return new Composition(
        ExecutionStatus.of(sections),
        analysis.type(),
        planned.sections(),
        ranked.ranking(),
        analysis.report(),
        planned.workflow().orElse(null),
        assignment.webSearch() ? WebSearch.NONE : null,
        domains.provider());
  }
}
