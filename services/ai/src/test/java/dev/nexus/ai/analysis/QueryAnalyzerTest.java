package dev.nexus.ai.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.ai.catalogue.Catalogues;
import dev.nexus.ai.catalogue.Intent;
import dev.nexus.ai.catalogue.Language;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryAnalyzerTest {

  private final QueryAnalyzer analyzer = new QueryAnalyzer(Catalogues.BUILT_IN);

  private QueryAnalysis analyze(String query) {
    return analyzer.analyze(query, Language.RU, DomainChoice.ANY);
  }

  private static List<String> ids(QueryAnalysis analysis) {
    return analysis.report().selectedDomains().stream().map(DomainSelection::domainId).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "хочу борщ, recipes",
    "рецепты на ужин, recipes",
    "how to cook borscht, recipes",
    "забронировать отель в Казани, travel",
    "купить смартфон, commerce",
    "buy a laptop, commerce",
    "какая завтра погода, weather",
    "что такое Kubernetes, knowledge",
    "болит голова, health",
    "снять квартиру, real_estate",
    "первая пробежка, fitness",
    "путешетсвие на море, travel",
  })
  void findsTheDomain(String query, String domain) {
    assertThat(ids(analyze(query))).startsWith(domain);
  }

  @Test
  void fallsBackToKnowledgeWithTheCandidatesRejected() {
    QueryAnalysis analysis = analyze("a");
    assertThat(ids(analysis)).containsExactly("knowledge");
    assertThat(analysis.report().confidence()).isZero();
  }

  @Test
  void selectsNothingWhenTheFiltersLeaveNone() {
    QueryAnalysis analysis =
        analyzer.analyze(
            "хочу борщ", Language.RU, new DomainChoice(Set.of("smart_home"), Set.of()));
    assertThat(ids(analysis)).isEmpty();
    assertThat(analysis.report().rejectedDomains())
        .extracting(DomainSelection::domainId)
        .contains("recipes", "smart_home");
  }

  @Test
  void takesTheCallersWordForDomainsItNames() {
    QueryAnalysis analysis =
        analyzer.analyze("что-нибудь", Language.RU, new DomainChoice(Set.of("music"), Set.of()));
    assertThat(ids(analysis)).containsExactly("music");
  }

  @Test
  void leavesOutExcludedDomains() {
    QueryAnalysis analysis =
        analyzer.analyze("хочу борщ", Language.RU, new DomainChoice(Set.of(), Set.of("recipes")));
    assertThat(ids(analysis)).doesNotContain("recipes");
  }

  @ParameterizedTest
  @CsvSource({
    "хочу борщ, INFORMATION_ONLY",
    "купить смартфон, WITH_PURCHASES_SERVICES",
    "как выбрать и купить смартфон, MIXED",
    "buy a laptop, WITH_PURCHASES_SERVICES",
  })
  void tellsWhatKindOfAnswerIsWanted(String query, QueryType type) {
    assertThat(analyze(query).type()).isEqualTo(type);
  }

  @Test
  void addsWhatAnOrderNeeds() {
    QueryAnalysis analysis = analyze("закажи борщ и напомни принять лекарство");
    assertThat(analysis.intents()).contains(Intent.PURCHASE, Intent.REMINDER, Intent.MEDICATION);
    assertThat(ids(analysis))
        .contains("commerce", "recipes", "payment", "delivery", "notifications", "health");
  }

  @Test
  void describesSelectedDomainsInTheLanguageOfTheAnswer_checklist34() {
    QueryAnalysis english = analyzer.analyze("хочу борщ", Language.EN, DomainChoice.ANY);
    DomainSelection recipes = english.report().selectedDomains().getFirst();
    assertThat(recipes.name()).isEqualTo("Recipes");
    assertThat(recipes.capabilities()).first().extracting(c -> c.description()).isEqualTo("Search");
  }

  @Test
  void staysWithinZeroAndOne() {
    assertThat(analyze("рецепт борщ суп салат паста блины пельмени ужин").chosen())
        .allSatisfy(
            c -> {
              assertThat(c.score().confidence()).isBetween(0.3, 1.0);
              assertThat(c.score().relevance()).isBetween(0.0, 1.0);
            });
  }
}
