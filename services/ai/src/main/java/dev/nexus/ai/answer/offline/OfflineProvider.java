package dev.nexus.ai.answer.offline;

import dev.nexus.ai.analysis.Score;
import dev.nexus.ai.analysis.Vocabulary;
import dev.nexus.ai.answer.AnswerProvider;
import dev.nexus.ai.answer.Question;
import dev.nexus.ai.answer.ResultItem;
import dev.nexus.ai.catalogue.DomainCatalogue;
import dev.nexus.ai.catalogue.Topic;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers from the catalogue's topics. */
@Singleton
public final class OfflineProvider implements AnswerProvider {

  /** More than one word spoken: what is ordered with a dish is the dish. */
  private static final double RELATED = 0.85;

  private static final double OVERVIEW = 0.6;

  private final Map<String, Vocabulary> keywords = new HashMap<>();

  public OfflineProvider(DomainCatalogue catalogue) {
    catalogue.domains().values().stream()
        .flatMap(domain -> domain.topics().stream())
        .forEach(topic -> keywords.put(topic.id(), Vocabulary.of(topic.keywords())));
  }

  @Override
  public String name() {
    return "offline";
  }

  /** Topics that the query speaks of; without any, an overview of the domain. */
  @Override
  public List<ResultItem> answer(Question question) {
    List<ResultItem> matching =
        question.domain().topics().stream()
            .map(topic -> item(topic, question, fit(topic, question)))
            .filter(item -> item.relevance() > 0)
            .sorted(Comparator.comparingDouble(item -> -item.relevance()))
            .limit(question.limit())
            .toList();
    return matching.isEmpty() ? overview(question) : matching;
  }

  private List<ResultItem> overview(Question question) {
    double relevance = OVERVIEW * question.score().confidence();
    return question.domain().topics().stream()
        .map(topic -> item(topic, question, relevance))
        .limit(question.limit())
        .toList();
  }

  /** 0 when the query says nothing of the topic. */
  private double fit(Topic topic, Question question) {
    Vocabulary words = keywords.getOrDefault(topic.id(), Vocabulary.of(List.of()));
    double best = 0;
    double sum = 0;
    for (double known : words.match(question.analysis().stems())) {
      best = Math.max(best, known);
      sum += known;
    }
    // The first word found tells most; each further one makes the topic a little surer.
    double spoken = best == 0 ? 0 : Math.min(1, 0.8 * best + 0.1 * (sum - best));
    boolean related = topic.related().stream().anyMatch(question.analysis().scores()::containsKey);
    return Math.max(spoken, related ? RELATED : 0);
  }

  private static ResultItem item(Topic topic, Question question, double relevance) {
    return new ResultItem(
        topic.id(),
        topic.type(),
        topic.title().in(question.language()),
        topic.description().in(question.language()),
        topic.data(question.language()),
        Score.round(relevance),
        question.score().confidence(),
        List.of());
  }
}
