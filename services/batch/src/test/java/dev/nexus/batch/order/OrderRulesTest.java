package dev.nexus.batch.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nexus.batch.item.Task;
import dev.nexus.common.error.NexusException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderRulesTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static Order read(String body) {
    try {
      return OrderRules.read(JSON.readValue(body, BatchRequest.class), Map.of());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void numbersRequestsFromOne() {
    Order order = read("{\"requests\":[{\"query\":\"a\"},null]}");
    assertThat(order.operations()).isFalse();
    assertThat(order.tasks()).extracting(Task::operationId).containsExactly(1, 2);
    assertThat(order.tasks()).extracting(Task::type).containsOnly("execute_template");
    assertThat(order.tasks().get(0).request().path("query").asText()).isEqualTo("a");
    assertThat(order.tasks().get(1).request().isNull()).isTrue();
  }

  @Test
  void keepsTheNumbersOfOperations() {
    Order order =
        read(
            "{\"operations\":[{\"id\":0,\"type\":\"log_event\",\"request\":{}},{\"type\":\"\"},null]}");
    assertThat(order.operations()).isTrue();
    assertThat(order.tasks()).extracting(Task::operationId).containsExactly(0, 2, 3);
    assertThat(order.tasks())
        .extracting(Task::type)
        .containsExactly("log_event", "execute_template", "execute_template");
  }

  @Test
  void refusesTextsThatCannotBeStored() {
    assertThatThrownBy(() -> read("{\"operations\":[{},{\"type\":\"a\\u0000\"}]}"))
        .isInstanceOfSatisfying(
            NexusException.class,
            error -> {
              assertThat(error.code().name()).isEqualTo("INVALID_VALUE");
              assertThat(error.field()).contains("operations[1].type");
            });
    assertThatThrownBy(() -> read("{\"batch_id\":\"\\u0000\",\"requests\":[{}]}"))
        .isInstanceOfSatisfying(
            NexusException.class, error -> assertThat(error.field()).contains("batch_id"));
  }

  @Test
  void prefersRequestsToOperations() {
    Order order = read("{\"requests\":[{}],\"operations\":[{},{}]}");
    assertThat(order.operations()).isFalse();
    assertThat(order.tasks()).hasSize(1);
  }

  @Test
  void namesTheListThatIsWrong() {
    assertThatThrownBy(() -> read("{\"operations\":[]}"))
        .isInstanceOfSatisfying(
            NexusException.class, e -> assertThat(e.field()).contains("operations"));
    assertThatThrownBy(() -> OrderRules.read(null, Map.of()))
        .isInstanceOfSatisfying(
            NexusException.class, e -> assertThat(e.field()).contains("requests"));
  }

  @Test
  void isParallelWithoutBoundsUnlessAsked() {
    Manner manner = read("{\"requests\":[{}]}").manner();
    assertThat(manner.parallel()).isTrue();
    assertThat(manner.stopOnError()).isFalse();
    assertThat(manner.concurrency(10)).isEqualTo(10);
    assertThat(manner.budget(Duration.ofSeconds(23))).isEqualTo(Duration.ofSeconds(23));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"batch_options\":{\"parallel_execution\":false} | 1",
        "\"options\":{\"parallel_execution\":false} | 1",
        "\"options\":{\"parallel\":false} | 1",
        "\"options\":{\"parallel\":true,\"max_concurrency\":4} | 4",
        "\"options\":{\"parallel\":true},\"batch_options\":{\"parallel_execution\":false} | 10",
        "\"options\":{\"max_concurrency\":100} | 10",
        "\"options\":{\"max_concurrency\":0} | 10",
        "\"batch_options\":{\"max_concurrency\":3} | 3"
      })
  void boundsHowManyItemsRunSideBySide(String options, int concurrency) {
    Order order = read("{\"requests\":[{}]," + options + "}");
    assertThat(order.manner().concurrency(10)).isEqualTo(concurrency);
  }

  @Test
  void tellsTheTimeOfItemsFromTheTimeOfTheBatch() {
    Order order =
        read(
            "{\"requests\":[{}],\"batch_options\":{\"timeout_ms\":1000},\"options\":{\"timeout_ms\":2000}}");
    assertThat(order.defaults().timeoutMs()).hasValue(1_000);
    assertThat(order.manner().budget(Duration.ofSeconds(23))).isEqualTo(Duration.ofSeconds(2));
    assertThat(order.manner().budget(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void takesBatchOptionsBeforeOptionsForItems() {
    Order order =
        read(
            """
            {"requests":[{}],
             "batch_options":{"max_results_per_domain":1,"include_web_search":null},
             "options":{"max_results_per_domain":2,"include_web_search":false}}
            """);
    assertThat(order.defaults().maxResultsPerDomain()).hasValue(1);
    assertThat(order.defaults().includeWebSearch()).contains(false);
    assertThat(order.defaults().parallelExecution()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'',false", "' ',false", "mine,true"})
  void takesAnEmptyIdForNone(String id, boolean kept) {
    Optional<String> read = read("{\"batch_id\":\"" + id + "\",\"requests\":[{}]}").batchId();
    assertThat(read.isPresent()).isEqualTo(kept);
  }
}
