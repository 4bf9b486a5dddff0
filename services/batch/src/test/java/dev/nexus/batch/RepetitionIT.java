package dev.nexus.batch;

import static dev.nexus.batch.BatchCalls.aiItems;
import static dev.nexus.batch.BatchCalls.as;
import static dev.nexus.batch.BatchCalls.execute;
import static dev.nexus.batch.BatchCalls.newName;
import static dev.nexus.batch.BatchCalls.newUser;
import static dev.nexus.batch.BatchCalls.requests;
import static dev.nexus.batch.BatchCalls.status;
import static dev.nexus.common.testing.ContractAssert.assertContract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Repeated requests, and processes that die. */
@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(FakeAiResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "batch"))
class RepetitionIT {

  @Inject AgroalDataSource database;

  private static String body(UUID requestId, String... queries) {
    return "{\"requests\":%s,\"metadata\":{\"request_id\":\"%s\"}}"
        .formatted(requests(queries), requestId);
  }

  private static String id(JsonPath body) {
    return body.getString("data.batch_id");
  }

  /** Changes rows of one batch. */
  private void change(String sql, String batchId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, batchId);
      assertThat(statement.executeUpdate()).isPositive();
    }
  }

  /** Makes an ended batch look as if its process had died while the second item ran. */
  private void kill(String batchId, String silence) throws SQLException {
    change(
        """
        update item set state = 'in_progress', completed_at = null, response = null, error = null
        where position = 1 and batch = (select id from batch where batch_id = ?)
        """,
        batchId);
    change(
        """
        update batch set state = 'in_progress', completed_at = null,
          lease_until = now() - interval '%s' where batch_id = ?
        """
            .formatted(silence),
        batchId);
  }

  @Test
  void answersARepeatFromTheFirst_checklist25() {
    String user = newUser();
    String name = newName();
    String body = body(UUID.randomUUID(), "a #" + name, "b #" + name);
    JsonPath first = execute(user, body);
    JsonPath second = execute(user, body);
    assertThat(second.getMap("data")).isEqualTo(first.getMap("data"));
    assertThat(second.getMap("metadata.quota_info")).isEqualTo(first.getMap("metadata.quota_info"));
    assertThat(aiItems(name)).hasSize(2);
  }

  @Test
  void runsTwinsOnce() throws Exception {
    String user = newUser();
    String name = newName();
    String body = body(UUID.randomUUID(), "slow 700 #" + name);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        calls.add(() -> id(execute(user, body)));
      }
      List<String> ids = new ArrayList<>();
      for (Future<String> call : threads.invokeAll(calls)) {
        ids.add(call.get());
      }
      assertThat(ids).hasSize(6).containsOnly(ids.getFirst());
    }
    assertThat(aiItems(name)).hasSize(1);
  }

  @Test
  void runsAnotherBodyUnderTheSameRequestId_checklist14() {
    String user = newUser();
    UUID requestId = UUID.randomUUID();
    assertThat(id(execute(user, body(requestId, "a"))))
        .isNotEqualTo(id(execute(user, body(requestId, "b"))));
  }

  @Test
  void keepsUsersAndRequestsWithoutAnIdApart() {
    String body = body(UUID.randomUUID(), "a");
    assertThat(id(execute(newUser(), body))).isNotEqualTo(id(execute(newUser(), body)));
    String user = newUser();
    String nameless = "{\"requests\":" + requests("a") + "}";
    assertThat(id(execute(user, nameless))).isNotEqualTo(id(execute(user, nameless)));
  }

  @Test
  void runsAnewWhatIsRepeatedAfterTheWindow() throws SQLException {
    String user = newUser();
    String body = body(UUID.randomUUID(), "a");
    String first = id(execute(user, body));
    change(
        """
        update batch_claim set claimed_at = claimed_at - interval '61 seconds'
        where batch = (select id from batch where batch_id = ?)
        """,
        first);
    assertThat(id(execute(user, body))).isNotEqualTo(first);
  }

  @Test
  void aRepeatTakesOverABatchWhoseProcessDied() throws SQLException {
    String user = newUser();
    String name = newName();
    String body = body(UUID.randomUUID(), "a #" + name, "b #" + name, "c #" + name);
    JsonPath first = execute(user, body);
    kill(id(first), "1 second");
    assertThat(status(user, id(first)).jsonPath().getString("data.status"))
        .isEqualTo("in_progress");
    JsonPath second = execute(user, body);
    assertThat(id(second)).isEqualTo(id(first));
    assertThat(second.getString("data.status")).isEqualTo("completed");
    assertThat(second.getInt("data.batch_metadata.successful_requests")).isEqualTo(3);
    assertThat(second.getString("data.responses[0].execution_id"))
        .isEqualTo(first.getString("data.responses[0].execution_id"));
    assertThat(second.getString("data.responses[1].execution_id"))
        .isNotEqualTo(first.getString("data.responses[1].execution_id"));
    assertThat(aiItems(name)).hasSize(4);
  }

  @Test
  void aRepeatWaitsForTheLeaseOfABatchWhoseProcessDied() throws SQLException {
    String user = newUser();
    String body = body(UUID.randomUUID(), "a", "b");
    String id = id(execute(user, body));
    kill(id, "-1 second");
    JsonPath second = execute(user, body);
    assertThat(id(second)).isEqualTo(id);
    assertThat(second.getString("data.status")).isEqualTo("completed");
  }

  @Test
  void readersEndABatchThatNobodyTookOver() throws SQLException {
    String user = newUser();
    String id = id(execute(user, body(UUID.randomUUID(), "a", "b")));
    kill(id, "61 seconds");
    JsonPath read = assertContract(status(user, id)).isEnvelope(200);
    assertThat(read.getString("data.status")).isEqualTo("failed");
    assertThat(read.getList("data.responses.status")).containsExactly("completed", "failed");
    assertThat(read.getString("data.responses[1].error_message")).contains("interrupted");
    assertThat(read.getInt("data.batch_metadata.successful_requests")).isEqualTo(1);
    assertThat(read.getInt("data.batch_metadata.failed_requests")).isEqualTo(1);
  }

  @Test
  void statisticsEndABatchThatNobodyTookOver() throws SQLException {
    String user = newUser();
    kill(id(execute(user, body(UUID.randomUUID(), "a", "b"))), "61 seconds");
    JsonPath stats = as(user).get("/api/v1/batch/stats").jsonPath();
    assertThat(stats.getInt("data.active_batches")).isZero();
    assertThat(stats.getInt("data.failed_batches")).isEqualTo(1);
  }

  @Test
  void aRunThatLostItsFenceWritesNothing() throws Exception {
    String user = newUser();
    CompletableFuture<JsonPath> answer =
        CompletableFuture.supplyAsync(
            () ->
                execute(
                    user, "{\"batch_id\":\"fenced\",\"requests\":" + requests("slow 1000") + "}"));
    await().until(() -> status(user, "fenced").statusCode() == 200);
    change(
        """
        update batch set fence = gen_random_uuid(), lease_until = now() + interval '1 minute'
        where batch_id = ?
        """,
        "fenced");
    assertThat(answer.get().getString("data.status")).isEqualTo("in_progress");
    assertThat(status(user, "fenced").jsonPath().getList("data.responses.status"))
        .containsExactly("in_progress");
  }
}
