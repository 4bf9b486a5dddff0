package dev.nexus.ai.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.ai.answer.DomainSection;
import dev.nexus.ai.answer.ResultItem;
import dev.nexus.ai.answer.SectionStatus;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankerTest {

  private static ResultItem item(String id, double relevance, Consumer<ObjectNode> facts) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    facts.accept(data);
    return new ResultItem(id, "product", id, id, data, relevance, 0.5, List.of());
  }

  private static DomainSection section(String id, ResultItem... items) {
    return new DomainSection(id, id, SectionStatus.SUCCESS, null, 1, List.of(items));
  }

  private static final List<DomainSection> SECTIONS =
      List.of(
          section(
              "a",
              item("cheap", 0.2, d -> d.put("price", "89 ₽").put("rating", 3)),
              item("dear", 0.9, d -> d.put("price", "12 500,50 ₽").put("date", "2026-03-01"))),
          section(
              "b",
              item("plain", 0.5, d -> {}),
              item("rated", 0.4, d -> d.put("rating", 4.9).put("date", 1_790_000_000L))));

  private static Filters filters(
      @Nullable Double minRelevance, @Nullable Integer max, @Nullable String sort) {
    return new Filters(null, null, minRelevance, max, sort, null);
  }

  private static List<String> order(Filters filters) {
    return Ranker.rank(SECTIONS, filters).ranking().items().stream().map(RankedItem::id).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "relevance, dear plain rated cheap",
    "price, cheap dear plain rated",
    "rating, rated cheap dear plain",
    "date, rated dear plain cheap",
  })
  void ordersByWhatIsAskedAndPutsTheUnknownLast(String sort, String expected) {
    assertThat(order(filters(null, null, sort))).containsExactly(expected.split(" "));
  }

  @Test
  void countsRanksFromOneAndWeighsRelevanceBeforeConfidence() {
    RankedItem first = Ranker.rank(SECTIONS, Filters.NONE).ranking().items().getFirst();
    assertThat(first).isEqualTo(new RankedItem("dear", 0.74, 1));
  }

  @Test
  void dropsWhatIsNotRelevantEnoughAndCapsOverAllSections() {
    assertThat(order(filters(0.4, null, null))).containsExactly("dear", "plain", "rated");
    Ranked capped = Ranker.rank(SECTIONS, filters(null, 1, null));
    assertThat(capped.sections()).extracting(s -> s.results().size()).containsExactly(1, 0);
  }

  @Test
  void dropsOnlyDatedItemsOutsideTheRange() {
    Filters march =
        new Filters(null, null, null, null, null, new DateRange(1_772_000_000L, 1_775_000_000L));
    assertThat(order(march)).containsExactly("dear", "plain", "cheap");
  }
}
