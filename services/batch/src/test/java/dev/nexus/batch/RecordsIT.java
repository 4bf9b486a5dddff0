package dev.nexus.batch;

import static dev.nexus.batch.BatchCalls.PATH;
import static dev.nexus.batch.BatchCalls.as;
import static dev.nexus.batch.BatchCalls.cancel;
import static dev.nexus.batch.BatchCalls.execute;
import static dev.nexus.batch.BatchCalls.newUser;
import static dev.nexus.batch.BatchCalls.requests;
import static dev.nexus.batch.BatchCalls.status;
import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import dev.nexus.common.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be seen and done of batches afterwards and meanwhile (protocol 3.4). */
@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(FakeAiResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "batch"))
class RecordsIT {

  /** Executes meanwhile, and waits until it has begun. */
  private static CompletableFuture<JsonPath> begin(String user, String batchId, String requests) {
    CompletableFuture<JsonPath> answer =
        CompletableFuture.supplyAsync(
            () ->
                execute(
                    user, "{\"batch_id\":\"%s\",\"requests\":%s}".formatted(batchId, requests)));
    await().until(() -> status(user, batchId).statusCode() == 200);
    return answer;
  }

  @Test
  void showsABatchAsItWasAnswered() {
    String user = newUser();
    JsonPath executed = execute(user, "{\"requests\":" + requests("a", "", "partial") + "}");
    JsonPath read =
        assertContract(status(user, executed.getString("data.batch_id"))).isEnvelope(200);
    assertThat(read.getMap("data")).isEqualTo(executed.getMap("data"));
  }

  @Test
  void showsALegacyBatchInBothWordsAgain() {
    String user = newUser();
    JsonPath executed =
        execute(user, "{\"operations\":[{\"id\":4,\"request\":{\"query\":\"a\"}}]}");
    JsonPath read =
        assertContract(status(user, executed.getString("data.batch_id"))).isEnvelope(200);
    assertThat(read.getList("data.results")).isEqualTo(executed.getList("data.results"));
  }

  @Test
  void showsARunningBatchWithoutNulls() throws Exception {
    String user = newUser();
    CompletableFuture<JsonPath> answer = begin(user, "running", requests("a", "slow 1500"));
    await()
        .atMost(Duration.ofSeconds(3))
        .untilAsserted(
            () ->
                assertThat(status(user, "running").jsonPath().getList("data.responses.status"))
                    .containsExactly("completed", "in_progress"));
    JsonPath running = assertContract(status(user, "running")).isEnvelope(200);
    assertThat(running.getString("data.status")).isEqualTo("in_progress");
    assertThat(running.getList("data.responses.execution_id")).doesNotContainNull();
    assertThat(running.getInt("data.batch_metadata.successful_requests")).isEqualTo(1);
    assertThat(running.getMap("data.batch_metadata")).doesNotContainKey("completed_at");
    JsonPath operations = as(user).get(PATH + "/running/operations").jsonPath();
    assertThat(operations.getList("data.operations.status"))
        .containsExactly("completed", "in_progress");
    assertThat(as(user).get(PATH + "/stats").jsonPath().getInt("data.active_batches")).isEqualTo(1);
    assertThat(answer.get().getString("data.status")).isEqualTo("completed");
  }

  @Test
  void pagesTheOperationsOfABatch() {
    String user = newUser();
    String id =
        execute(user, "{\"requests\":" + requests("a", "", "c") + "}").getString("data.batch_id");
    JsonPath all = assertContract(as(user).get(PATH + "/" + id + "/operations")).isEnvelope(200);
    assertThat(all.getList("data.operations.operation_id")).containsExactly(1, 2, 3);
    assertThat(all.getList("data.operations.status"))
        .containsExactly("completed", "failed", "completed");
    assertThat(all.getList("data.operations.request.query")).containsExactly("a", "", "c");
    assertThat(all.getList("data.operations.response.status"))
        .containsExactly("completed", "failed", "completed");
    assertThat(all.getInt("data.limit")).isEqualTo(50);
    JsonPath page = as(user).get(PATH + "/" + id + "/operations?limit=1&offset=2").jsonPath();
    assertThat(page.getList("data.operations.operation_id")).containsExactly(3);
    assertThat(page.getInt("data.total")).isEqualTo(3);
    assertThat(page.getInt("data.offset")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,INVALID_VALUE",
    "limit=101,INVALID_VALUE",
    "limit=x,INVALID_FORMAT",
    "offset=-1,INVALID_VALUE"
  })
  void refusesPagesThatAreNone(String query, String code) {
    String user = newUser();
    String id = execute(user, "{\"requests\":" + requests("a") + "}").getString("data.batch_id");
    assertContract(as(user).get(PATH + "/" + id + "/operations?" + query))
        .isError(400, code, "VALIDATION_ERROR");
    assertContract(as(user).get(PATH + "/unknown/operations?" + query))
        .isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "00000000-0000-4000-8000-000000000000"})
  void knowsNoUnknownBatch(String id) {
    String user = newUser();
    assertContract(status(user, id)).isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
    assertContract(cancel(user, id, "{}")).isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
    assertContract(as(user).get(PATH + "/" + id + "/operations"))
        .isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
  }

  @Test
  void showsABatchToNobodyElse() {
    String user = newUser();
    String id = execute(user, "{\"requests\":" + requests("a") + "}").getString("data.batch_id");
    assertContract(status(newUser(), id)).isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
    assertContract(cancel(newUser(), id, "{}")).isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
    assertContract(
            given().auth().oauth2(Tokens.user(user, "acme")).get(PATH + "/" + id + "/status"))
        .isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
    assertContract(given().auth().oauth2(Tokens.admin("root")).get(PATH + "/" + id + "/status"))
        .isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
  }

  @Test
  void takesAnIdAgainAndShowsTheNewestBatchOfIt() {
    String user = newUser();
    execute(user, "{\"batch_id\":\"batch-123\",\"requests\":" + requests("a") + "}");
    execute(user, "{\"batch_id\":\"batch-123\",\"requests\":" + requests("b", "c") + "}");
    execute(newUser(), "{\"batch_id\":\"batch-123\",\"requests\":" + requests("d") + "}");
    assertThat(status(user, "batch-123").jsonPath().getList("data.responses.echo.query"))
        .containsExactly("b", "c");
  }

  @Test
  void countsTheCallersBatches() {
    String user = newUser();
    JsonPath none = assertContract(as(user).get(PATH + "/stats")).isEnvelope(200);
    assertThat(none.getInt("data.total_batches")).isZero();
    execute(user, "{\"requests\":" + requests("a", "") + "}");
    execute(user, "{\"requests\":" + requests("") + "}");
    JsonPath stats = as(user).get(PATH + "/stats").jsonPath();
    assertThat(stats.getInt("data.total_batches")).isEqualTo(2);
    assertThat(stats.getInt("data.active_batches")).isZero();
    assertThat(stats.getInt("data.completed_batches")).isEqualTo(1);
    assertThat(stats.getInt("data.failed_batches")).isEqualTo(1);
  }

  @Test
  void cancelsARunningBatch() throws Exception {
    String user = newUser();
    CompletableFuture<JsonPath> answer =
        begin(user, "long", requests("a", "slow 20000", "slow 20000"));
    await()
        .until(
            () ->
                status(user, "long").jsonPath().getInt("data.batch_metadata.successful_requests")
                    == 1);
    String repeatable = "{\"metadata\":{\"request_id\":\"" + UUID.randomUUID() + "\"}}";
    JsonPath cancelled = assertContract(cancel(user, "long", repeatable)).isEnvelope(200);
    assertThat(cancelled.getString("data.batch_id")).isEqualTo("long");
    assertThat(cancelled.getString("data.status")).isEqualTo("cancelled");
    assertThat(cancelled.getString("data.message")).isNotBlank();
    JsonPath seen = assertContract(status(user, "long")).isEnvelope(200);
    assertThat(seen.getString("data.status")).isEqualTo("cancelled");
    assertThat(seen.getList("data.responses.status"))
        .containsExactly("completed", "failed", "failed");
    long began = System.nanoTime();
    JsonPath body = answer.get();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    assertThat(body.getMap("data")).isEqualTo(seen.getMap("data"));
    assertContract(cancel(user, "long", repeatable)).isEnvelope(200);
    assertContract(as(user).post(PATH + "/long/cancel"))
        .isError(409, "RESOURCE_CONFLICT", "CONFLICT");
  }

  @Test
  void cancelsNoBatchThatHasEnded() {
    String user = newUser();
    String id = execute(user, "{\"requests\":" + requests("a") + "}").getString("data.batch_id");
    assertContract(cancel(user, id, "{}")).isError(409, "RESOURCE_CONFLICT", "CONFLICT");
  }

  @Test
  void answersTheShortFormsAlike() {
    String user = newUser();
    JsonPath executed =
        assertContract(as(user).body("{\"requests\":" + requests("a") + "}").post("/execute"))
            .isEnvelope(200);
    String id = executed.getString("data.batch_id");
    assertThat(executed.getMap("metadata.quota_info")).isNotEmpty();
    assertThat(assertContract(as(user).get("/status/" + id)).isEnvelope(200).getMap("data"))
        .isEqualTo(executed.getMap("data"));
    assertThat(assertContract(as(user).get("/stats")).isEnvelope(200).getInt("data.total_batches"))
        .isEqualTo(1);
    assertContract(as(user).post("/cancel/" + id)).isError(409, "RESOURCE_CONFLICT", "CONFLICT");
    for (String path : List.of("/stats", "/status/" + id)) {
      assertContract(given().get(path))
          .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
    }
  }

  @Test
  void isHealthyAndReady_checklist1And2() {
    assertThat(given().get("/health").jsonPath().getString("status")).isEqualTo("healthy");
    JsonPath ready = given().get("/ready").jsonPath();
    assertThat(ready.getString("status")).isEqualTo("ready");
    assertThat(ready.getString("checks.database")).isEqualTo("ok");
    assertContract(as("u").get(PATH + "/nowhere/else"))
        .isError(404, "ENDPOINT_NOT_FOUND", "NOT_FOUND");
    assertContract(as("u").delete(PATH + "/stats"))
        .isError(405, "VALIDATION_FAILED", "VALIDATION_ERROR");
  }
}
