package dev.nexus.ai.analysis;

import dev.nexus.ai.analysis.QueryAnalysis.Candidate;
import dev.nexus.ai.catalogue.Domain;
import dev.nexus.ai.catalogue.DomainCatalogue;
import dev.nexus.ai.catalogue.Intent;
import dev.nexus.ai.catalogue.Language;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the domains of a query by keywords and by likeness to keywords. */
@Singleton
public final class QueryAnalyzer {

  /** Below it a domain is rejected (protocol 4.1). */
  static final double THRESHOLD = 0.3;

  /** More domains than this answer nothing better; they only crowd the answer. */
  static final int MOST_DOMAINS = 5;

  private static final Set<String> INFORMATION =
      Set.of("knowledge", "recipes", "health", "education", "weather", "news", "legal");

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.<Candidate>comparingDouble(c -> -c.score().confidence())
          .thenComparingInt(c -> -c.domain().priority());

  private final DomainCatalogue catalogue;
  private final Map<String, Vocabulary> keywords = new LinkedHashMap<>();
  private final Map<Intent, Vocabulary> intents = new LinkedHashMap<>();

  public QueryAnalyzer(DomainCatalogue catalogue) {
    this.catalogue = catalogue;
    catalogue.domains().values().forEach(d -> keywords.put(d.id(), vocabulary(d)));
    catalogue.intents().forEach((intent, words) -> intents.put(intent, Vocabulary.of(words)));
  }

  /** What the query is about, within the caller's choice of domains. */
  public QueryAnalysis analyze(String query, Language language, DomainChoice choice) {
    List<String> stems = Words.stemsOf(query);
    Set<Intent> wanted = EnumSet.noneOf(Intent.class);
    intents.forEach((intent, words) -> addIf(words.isIn(stems), wanted, intent));

    List<Candidate> chosen = new ArrayList<>();
    List<Candidate> rejected = new ArrayList<>();
    for (Candidate candidate : candidates(stems, choice)) {
      String id = candidate.domain().id();
      if (!choice.allows(id)) {
        rejected.add(because(candidate, "excluded by the filters"));
      } else if (candidate.score().confidence() < THRESHOLD) {
        rejected.add(because(candidate, "confidence is below " + THRESHOLD));
      } else if (chosen.size() == MOST_DOMAINS) {
        rejected.add(because(candidate, MOST_DOMAINS + " domains fit better"));
      } else {
        chosen.add(candidate);
      }
    }
    chosen.addAll(Followers.of(chosen, wanted, catalogue, choice));
    if (chosen.isEmpty() && choice.only().isEmpty() && choice.allows(DomainCatalogue.FALLBACK)) {
      Domain fallback = catalogue.get(DomainCatalogue.FALLBACK);
      rejected.removeIf(c -> c.domain().equals(fallback));
      chosen.add(new Candidate(fallback, new Score(0, 0), "no domain reached the threshold"));
    }
    return new QueryAnalysis(
        stems,
        wanted,
        type(chosen, wanted),
        List.copyOf(chosen),
        new Report(catalogue, language).of(chosen, rejected, choice));
  }

  private List<Candidate> candidates(List<String> stems, DomainChoice choice) {
    List<Candidate> found = new ArrayList<>();
    for (Domain domain : catalogue.domains().values()) {
      Score score = score(stems, keywords.getOrDefault(domain.id(), Vocabulary.of(List.of())));
      if (choice.only().contains(domain.id())) {
        found.add(new Candidate(domain, score.atLeast(THRESHOLD), "named in filters.domains"));
      } else if (score.confidence() > 0) {
        found.add(new Candidate(domain, score, "keywords of the query"));
      }
    }
    found.sort(BEST_FIRST);
    return found;
  }

  /** Fillers count only where they are part of a keyword, as in "what is". */
  private static Score score(List<String> stems, Vocabulary words) {
    double[] known = words.match(stems);
    return Score.of(
        IntStream.range(0, known.length)
            .filter(i -> known[i] > 0 || !Words.isFiller(stems.get(i)))
            .mapToDouble(i -> known[i])
            .toArray());
  }

  private static QueryType type(List<Candidate> chosen, Set<Intent> wanted) {
    if (!wanted.contains(Intent.PURCHASE)) {
      return QueryType.INFORMATION_ONLY;
    }
    boolean informs =
        wanted.contains(Intent.QUESTION)
            || chosen.stream().anyMatch(c -> INFORMATION.contains(c.domain().id()));
    return informs ? QueryType.MIXED : QueryType.WITH_PURCHASES_SERVICES;
  }

  private static Vocabulary vocabulary(Domain domain) {
    List<String> all = new ArrayList<>(domain.keywords());
    domain.topics().forEach(topic -> all.addAll(topic.keywords()));
    return Vocabulary.of(all);
  }

  private static void addIf(boolean found, Set<Intent> wanted, Intent intent) {
    if (found) {
      wanted.add(intent);
    }
  }

  private static Candidate because(Candidate candidate, String reason) {
    return new Candidate(candidate.domain(), candidate.score(), reason);
  }
}
