package dev.nexus.analytics.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsReaderTest {

  private static Facts read(String type, String data) {
    try {
      return FactsReader.read(type, Optional.of(new ObjectMapper().readTree(data)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "template_executed, '{}', EXECUTION",
    "template.completed, '{}', EXECUTION",
    "Template.Failed, '{}', EXECUTION",
    "user_action, '{\"domain\":\"d\",\"response_time_ms\":1}', ACTION",
    "api_call, '{\"response_time_ms\":1}', REQUEST",
    "api_call, '{\"domain\":\"d\"}', REQUEST",
    "api_call, '{\"status\":\"failed\"}', OTHER",
  })
  void tellsWhatAnEventIs(String type, String data, EventKind kind) {
    assertThat(read(type, data).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "template_executed, '{}', true",
    "template.failed, '{}', false",
    "template.failed, '{\"status\":\"completed\"}', true",
    "template_executed, '{\"status\":\"TIMEOUT\"}', false",
    "template_executed, '{\"status\":\"completed\",\"success\":false}', false",
    "template_executed, '{\"status\":\"in_progress\"}',",
    "api_call, '{}',",
    "api_call, '{\"success\":true}', true",
  })
  void tellsWhetherItSucceeded(String type, String data, Boolean succeeded) {
    assertThat(read(type, data).succeeded()).isEqualTo(Optional.ofNullable(succeeded));
  }

  @Test
  void takesTheFirstNumberThatMakesSense() {
    Facts facts =
        read(
            "e",
            "{\"response_time_ms\":-1,\"processing_time_ms\":\"7\",\"duration_ms\":12.5,"
                + "\"relevance_score\":85,\"relevance\":0.85,\"cache_hit\":\"yes\"}");
    assertThat(facts.responseMs()).contains(12.5);
    assertThat(facts.relevance()).contains(0.85);
    assertThat(facts.cacheHit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"results_count\":2}",
        "{\"result_count\":2}",
        "{\"results\":2}",
        "{\"results\":[{},{}]}"
      })
  void countsResults(String data) {
    assertThat(read("template_executed", data).results()).contains(2);
  }

  @Test
  void namesEachDomainOnceAndAtMostTwenty() {
    assertThat(
            read(
                    "e",
                    "{\"domain\":\"a\",\"domain_id\":\"b\","
                        + "\"domains\":[\"a\",{\"domain_id\":\"c\"},7,\"\",null]}")
                .domains())
        .containsExactly("a", "b", "c");
    String many =
        "{\"domains\":[\"d1\"" + ",\"d\"".repeat(1) + listed(50) + "],\"execution_id\":\"x\"}";
    assertThat(read("e", many).domains()).hasSize(20);
    assertThat(read("e", many).executionId()).contains("x");
    assertThat(read("e", "{\"domain\":\"" + "x".repeat(101) + "\"}").domains()).isEmpty();
    assertThat(read("e", "{\"domain\":\"a\\u0000\"}").domains()).isEmpty();
  }

  private static String listed(int count) {
    StringBuilder domains = new StringBuilder();
    for (int i = 0; i < count; i++) {
      domains.append(",\"n").append(i).append('"');
    }
    return domains.toString();
  }

  @Test
  void knowsNothingOfAnEventWithoutData() {
    Facts facts = FactsReader.read("user_login", Optional.empty());
    assertThat(facts.kind()).isEqualTo(EventKind.OTHER);
    assertThat(facts.succeeded()).isEmpty();
    assertThat(facts.domains()).isEmpty();
    assertThat(facts.results()).isEmpty();
  }

  @Test
  void takesNoNumberThatIsNone() {
    assertThat(read("e", "{\"response_time_ms\":1e999}").responseMs()).isEmpty();
  }
}
