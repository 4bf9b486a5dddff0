package dev.nexus.conversation.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplyTextTest {

  private static final String TWO_SECTIONS =
      """
      {"execution_id":"e","status":"%s","query_type":"mixed","metadata":{"provider":"offline"},
       "ranking":{"items":[{"id":"b","rank":1},{"id":"a","rank":2}]},
       "sections":[
         {"domain_id":"recipes","status":"success","results":[
           {"id":"a","title":"Borscht","description":"A soup."}]},
         {"domain_id":"empty","status":"error","results":[]},
         {"domain_id":"commerce","status":"success","results":[
           {"id":"b","title":"Beetroot","description":"89 ₽"},
           {"id":"c","title":"Same","description":"Same"}]}]}
      """;

  private static Execution execution(String status) throws IOException {
    return Execution.from(new ObjectMapper().readTree(TWO_SECTIONS.formatted(status)));
  }

  private static AssistantConfig limits(int results, int reply) {
    return new AssistantConfig() {
      @Override
      public Duration budget() {
        return Duration.ofSeconds(21);
      }

      @Override
      public int maxResults() {
        return results;
      }

      @Override
      public int maxReply() {
        return reply;
      }
    };
  }

  private static String text(Execution execution, int results, int reply) {
    return ReplyText.of(execution, Language.EN, limits(results, reply));
  }

  @Test
  void tellsResultsOfAllDomainsInTheirRanking() throws IOException {
    Execution execution = execution("completed");
    assertThat(execution.domains()).containsExactly("recipes", "commerce");
    assertThat(text(execution, 5, 1_000)).isEqualTo("Beetroot\n89 ₽\n\nBorscht\nA soup.\n\nSame");
  }

  @Test
  void keepsToItsBounds() throws IOException {
    assertThat(text(execution("completed"), 1, 1_000)).isEqualTo("Beetroot\n89 ₽");
    assertThat(text(execution("completed"), 5, 12)).isEqualTo("Beetroot\n89 ");
  }

  @Test
  void saysThatItIsIncomplete() throws IOException {
    assertThat(text(execution("partial"), 1, 1_000))
        .isEqualTo("Beetroot\n89 ₽\n\nThis answer is incomplete: some sources did not respond.");
  }

  @Test
  void hasWordsForNothing() throws IOException {
    Execution nothing =
        Execution.from(new ObjectMapper().readTree("{\"execution_id\":\"e\",\"status\":\"x\"}"));
    assertThat(text(nothing, 5, 1_000)).startsWith("Nothing was found");
    assertThat(nothing.isAnswer()).isFalse();
  }

  @Test
  void cutsNoCharacterInHalf() {
    assertThat(Texts.cut("a😀b", 2)).isEqualTo("a");
    assertThat(Texts.cut("a😀b", 3)).isEqualTo("a😀");
  }
}
