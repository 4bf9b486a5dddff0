package dev.nexus.batch;

import static dev.nexus.batch.BatchCalls.aiItems;
import static dev.nexus.batch.BatchCalls.aiLog;
import static dev.nexus.batch.BatchCalls.execute;
import static dev.nexus.batch.BatchCalls.newName;
import static dev.nexus.batch.BatchCalls.newUser;
import static dev.nexus.batch.BatchCalls.requests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How items follow each other, and what an ai service that fails costs. */
@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(FakeAiResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "batch"))
class ItemsIT {

  @Inject MeterRegistry metrics;

  private double operations(String status) {
    return metrics.counter("nexus.batch.operations", "status", status).count();
  }

  @Test
  void countsOperationsInTheMetrics_3_1() {
    double completed = operations("completed");
    double failed = operations("failed");
    execute(newUser(), "{\"requests\":" + requests("a", "", "b") + "}");
    assertThat(operations("completed") - completed).isEqualTo(2);
    assertThat(operations("failed") - failed).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "500, INTERNAL_ERROR",
    "422, INVALID_VALUE",
    "bare-502, status 502",
    "no-json, no JSON",
    "wrong-json, unknown form",
    "large, too large",
    "away, SERVICE_UNAVAILABLE",
    "empty, was empty"
  })
  void anItemThatFailsFailsAlone(String word, String reason) {
    String name = newName();
    JsonPath body =
        execute(newUser(), "{\"requests\":" + requests("a", word + " #" + name, "b") + "}");
    assertThat(body.getList("data.responses.status"))
        .containsExactly("completed", "failed", "completed");
    assertThat(body.getString("data.responses[1].sections[0].error")).contains(reason);
    assertThat(body.getString("data.status")).isEqualTo("completed");
    assertThat(aiItems(name)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"away", "bare-502", "no-json", "empty"})
  void givesUpAfterThreeAttempts(String word) {
    String name = newName();
    execute(newUser(), "{\"requests\":" + requests(word + " #" + name) + "}");
    assertThat(aiLog(name).getList("bodies")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop-once", "empty-once"})
  void triesAgainWithTheSameIdWhenAnAnswerIsLost_checklist25(String word) {
    String name = newName();
    JsonPath body = execute(newUser(), "{\"requests\":" + requests(word + " #" + name) + "}");
    assertThat(body.getString("data.responses[0].status")).isEqualTo("completed");
    List<Object> bodies = aiLog(name).getList("bodies");
    assertThat(bodies).hasSizeBetween(2, 3).containsOnly(bodies.getFirst());
  }

  @Test
  void countsAPartialExecutionAsSuccessful_5_1() {
    JsonPath body = execute(newUser(), "{\"requests\":" + requests("partial", "failed") + "}");
    assertThat(body.getList("data.responses.status")).containsExactly("partial", "failed");
    assertThat(body.getInt("data.batch_metadata.successful_requests")).isEqualTo(1);
    assertThat(body.getInt("data.batch_metadata.failed_requests")).isEqualTo(1);
  }

  @Test
  void answersInTimeWhateverTheRequestAsksFor_checklist24() {
    long began = System.nanoTime();
    JsonPath body =
        execute(
            newUser(),
            "{\"requests\":%s,\"batch_options\":{\"timeout_ms\":120000}}"
                .formatted(requests("a", "slow 20000")));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(7));
    assertThat(body.getList("data.responses.status")).containsExactly("completed", "timeout");
    assertThat(body.getString("data.responses[1].sections[0].status")).isEqualTo("timeout");
    assertThat(body.getInt("data.batch_metadata.failed_requests")).isEqualTo(1);
    assertThat(body.getInt("data.responses[0].echo.options.timeout_ms")).isBetween(1_000, 4_000);
  }

  @Test
  void endsWhenTheTimeOfTheBatchIsOver() {
    long began = System.nanoTime();
    JsonPath body =
        execute(
            newUser(),
            "{\"requests\":%s,\"options\":{\"timeout_ms\":600,\"parallel\":false}}"
                .formatted(requests("a", "slow 20000", "b")));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    assertThat(body.getList("data.responses.status"))
        .containsExactly("completed", "timeout", "timeout");
  }

  @Test
  void runsAtMostTenItemsSideBySide_5_1() {
    String name = newName();
    JsonPath body =
        execute(
            newUser(),
            "{\"requests\":%s,\"options\":{\"max_concurrency\":100}}"
                .formatted(requests(30, "slow 200 #" + name)));
    assertThat(body.getInt("data.batch_metadata.successful_requests")).isEqualTo(30);
    assertThat(aiLog(name).getInt("most_running")).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"batch_options,parallel_execution", "options,parallel"})
  void runsItemsOneAfterTheOtherWhenAsked(String options, String flag) {
    String name = newName();
    JsonPath body =
        execute(
            newUser(),
            "{\"requests\":%s,\"%s\":{\"%s\":false}}"
                .formatted(requests(5, "slow 20 #" + name), options, flag));
    assertThat(body.getInt("data.batch_metadata.successful_requests")).isEqualTo(5);
    assertThat(aiLog(name).getInt("most_running")).isEqualTo(1);
  }

  @Test
  void beginsNothingMoreAfterAFailureWhenAsked_3_4() {
    String name = newName();
    JsonPath body =
        execute(
            newUser(),
            "{\"requests\":%s,\"options\":{\"parallel\":false,\"stop_on_error\":true}}"
                .formatted(requests("a #" + name, "500 #" + name, "b #" + name, "c #" + name)));
    assertThat(body.getList("data.responses.status"))
        .containsExactly("completed", "failed", "failed", "failed");
    assertThat(aiItems(name)).hasSize(2);
    assertThat(body.getString("data.responses[3].error_message")).contains("another one failed");
  }
}
