package dev.nexus.ai.composition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.ai.analysis.QueryAnalyzer;
import dev.nexus.ai.answer.AnswerProvider;
import dev.nexus.ai.answer.DomainSection;
import dev.nexus.ai.answer.Question;
import dev.nexus.ai.answer.ResultItem;
import dev.nexus.ai.answer.SectionStatus;
import dev.nexus.ai.answer.offline.OfflineProvider;
import dev.nexus.ai.catalogue.Catalogues;
import dev.nexus.ai.catalogue.Language;
import dev.nexus.ai.ranking.Filters;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ComposerTest {

  private static final OfflineProvider OFFLINE = new OfflineProvider(Catalogues.BUILT_IN);

  /** Answers offline, but for one domain as told. */
  private record Scripted(String domain, Function<Question, List<ResultItem>> script)
      implements AnswerProvider {

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public List<ResultItem> answer(Question question) {
      return question.domain().id().equals(domain)
          ? script.apply(question)
          : OFFLINE.answer(question);
    }
  }

  private static Composition compose(AnswerProvider provider, String query, Duration time) {
    Composer composer = new Composer(new QueryAnalyzer(Catalogues.BUILT_IN), new FanOut(provider));
    return composer.compose(
        new Assignment(query, Language.RU, Filters.NONE, 5, true, true), Deadline.after(time));
  }

  private static List<ResultItem> never(Question question) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.of();
  }

  @Test
  void answersWantedBorschtWithARecipe() {
    Composition composition = compose(OFFLINE, "хочу борщ", Duration.ofSeconds(5));
    assertThat(composition.status()).isEqualTo(ExecutionStatus.COMPLETED);
    assertThat(composition.provider()).isEqualTo("offline");
    DomainSection recipes = composition.sections().getFirst();
    assertThat(recipes.domainId()).isEqualTo("recipes");
    assertThat(recipes.results()).extracting(ResultItem::id).containsExactly("recipes.borscht");
  }

  @Test
  void givesAPartialAnswerWhenADomainIsLate() {
    Scripted late = new Scripted("commerce", ComposerTest::never);
    Composition composition = compose(late, "купить борщ", Duration.ofMillis(300));
    assertThat(composition.status()).isEqualTo(ExecutionStatus.PARTIAL);
    assertThat(composition.sections())
        .filteredOn(s -> s.domainId().equals("commerce"))
        .extracting(DomainSection::status)
        .containsExactly(SectionStatus.TIMEOUT);
  }

  @Test
  void timesOutWhenEveryDomainIsLate() {
    Scripted late = new Scripted("recipes", ComposerTest::never);
    assertThat(compose(late, "хочу борщ", Duration.ofMillis(100)).status())
        .isEqualTo(ExecutionStatus.TIMEOUT);
  }

  @Test
  void tellsTheUserWhatADomainSaysItLacks() {
    Scripted broken =
        new Scripted(
            "recipes",
            question -> {
              throw new NexusException(CommonError.EXTERNAL_SERVICE_ERROR, "The cook is ill");
            });
    Composition composition = compose(broken, "хочу борщ", Duration.ofSeconds(5));
    assertThat(composition.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(composition.sections().getFirst().error()).isEqualTo("The cook is ill");
  }

  @Test
  void hidesWhatBrokeInsideADomain() {
    Scripted broken =
        new Scripted(
            "recipes",
            question -> {
              throw new IllegalStateException("a secret detail");
            });
    assertThat(compose(broken, "хочу борщ", Duration.ofSeconds(5)).sections().getFirst().error())
        .isNotBlank()
        .doesNotContain("secret");
  }

  @Test
  void survivesBeingStored() throws Exception {
    Composition composition = compose(OFFLINE, "закажи борщ с доставкой", Duration.ofSeconds(5));
    String text = Catalogues.JSON.writeValueAsString(composition);
    assertThat(Catalogues.JSON.readValue(text, Composition.class)).isEqualTo(composition);
  }
}
