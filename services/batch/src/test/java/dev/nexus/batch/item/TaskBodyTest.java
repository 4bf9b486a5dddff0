package dev.nexus.batch.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskBodyTest {

  private static final UUID ID = UUID.fromString("11111111-2222-4333-8444-555555555555");
  private static final Duration LONG = Duration.ofSeconds(200);

  private static Task task(String json) {
    try {
      return new Task(1, Task.EXECUTE_TEMPLATE, new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ItemDefaults defaults(int timeout, Map<String, String> headers) {
    return new ItemDefaults(
        OptionalInt.of(timeout),
        OptionalInt.of(9),
        Optional.of(false),
        Optional.of(false),
        headers);
  }

  private static JsonNode options(String own, ItemDefaults defaults, Duration left) {
    return TaskBody.of(task("{\"options\":" + own + "}"), defaults, ID, left).get("options");
  }

  @Test
  void leavesTheRequestItselfAlone() {
    Task task = task("{\"query\":\"a\",\"extra\":{\"x\":1}}");
    JsonNode body = TaskBody.of(task, ItemDefaults.NONE, ID, LONG);
    assertThat(body.path("query").asText()).isEqualTo("a");
    assertThat(body.path("extra").path("x").asInt()).isEqualTo(1);
    assertThat(task.request().size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | 9 | false",
        "{} | 9 | false",
        "{\"max_results_per_domain\":0,\"include_web_search\":null} | 9 | false",
        "{\"max_results_per_domain\":3,\"include_web_search\":true} | 3 | true"
      })
  void fillsInWhatTheItemDoesNotSay_5_1(String own, int results, boolean search) {
    JsonNode options = options(own, defaults(1_000, Map.of()), LONG);
    assertThat(options.path("max_results_per_domain").asInt()).isEqualTo(results);
    assertThat(options.path("include_web_search").asBoolean()).isEqualTo(search);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 200000 | 7000",
        "{} | 5000 | 4500",
        "{} | 1000 | 800",
        "{\"timeout_ms\":0} | 200000 | 7000",
        "{\"timeout_ms\":2000} | 5000 | 2000",
        "{\"timeout_ms\":120000} | 5000 | 4500",
        "{\"timeout_ms\":120001} | 5000 | 120001",
        "{\"timeout_ms\":-1} | 5000 | -1"
      })
  void asksForNoMoreTimeThanThereIs(String own, int left, int timeout) {
    JsonNode options = options(own, defaults(7_000, Map.of()), Duration.ofMillis(left));
    assertThat(options.path("timeout_ms").isInt()).isTrue();
    assertThat(options.path("timeout_ms").asInt()).isEqualTo(timeout);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"\"fast\" | \"fast\"", "[1] | [1]"})
  void passesOptionsOfTheWrongTypeOn(String own, String sent) {
    assertThat(options(own, defaults(1_000, Map.of()), LONG).toString()).isEqualTo(sent);
  }

  @Test
  void givesTheCallAnIdOfItsOwnAndKeepsTheRestOfTheMetadata() {
    Task task =
        task(
            """
            {"metadata":{"request_id":"99999999-2222-4333-8444-555555555555","client_id":"c",
             "custom_headers":{"x-priority":"high","x-cache-key":"mine"}}}
            """);
    ItemDefaults defaults =
        defaults(1_000, Map.of("x-priority", "low", "x-cache-ttl", "5", "x-cache-key", "all"));
    JsonNode metadata = TaskBody.of(task, defaults, ID, LONG).get("metadata");
    assertThat(metadata.path("request_id").asText()).isEqualTo(ID.toString());
    assertThat(metadata.path("client_id").asText()).isEqualTo("c");
    assertThat(metadata.path("custom_headers").toString())
        .isEqualTo(
            "{\"x-cache-key\":\"mine\",\"x-cache-ttl\":\"5\",\"x-priority\":\"high\",\"x-request-source\":\"batch\"}");
  }

  @Test
  void givesNoItemTheCacheKeyOfTheBatch() {
    JsonNode body =
        TaskBody.of(task("{}"), defaults(1_000, Map.of("x-cache-key", "all")), ID, LONG);
    assertThat(body.path("metadata").path("custom_headers").has("x-cache-key")).isFalse();
  }
}
