package dev.nexus.ai.execution;

import static dev.nexus.ai.execution.ExecutionCalls.execute;
import static dev.nexus.ai.execution.ExecutionCalls.post;
import static dev.nexus.ai.execution.ExecutionCalls.status;
import static dev.nexus.common.testing.ContractAssert.assertContract;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "ai"))
class RepetitionIT {

  @Inject AgroalDataSource database;
  @Inject ExecutionStore store;

  private static String body(String query, UUID requestId, String headers) {
    return """
    {"query":"%s","metadata":{"request_id":"%s","custom_headers":{%s}}}
    """
        .formatted(query, requestId, headers);
  }

  private static String id(JsonPath body) {
    return body.getString("data.execution_id");
  }

  @Test
  void givesARepeatTheEarlierExecution_checklist25() {
    String body = body("хочу борщ", UUID.randomUUID(), "");
    JsonPath first = execute("r1", body);
    JsonPath second = execute("r1", body);
    assertThat(id(second)).isEqualTo(id(first));
    assertThat(second.getInt("metadata.quota_info.quota_used"))
        .isEqualTo(first.getInt("metadata.quota_info.quota_used"));
  }

  @Test
  void runsATwinOnlyOnce() throws Exception {
    String body = body("хочу пельмени", UUID.randomUUID(), "");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(() -> id(execute("r2", body)));
      }
      List<String> ids = new ArrayList<>();
      for (Future<String> call : threads.invokeAll(calls)) {
        ids.add(call.get());
      }
      assertThat(ids).hasSize(8).containsOnly(ids.getFirst());
    }
  }

  @Test
  void runsAnotherBodyUnderTheSameRequestId_checklist14() {
    UUID requestId = UUID.randomUUID();
    JsonPath first = execute("r3", body("хочу борщ", requestId, ""));
    JsonPath second = execute("r3", body("хочу суп", requestId, ""));
    assertThat(id(second)).isNotEqualTo(id(first));
    assertThat(second.getInt("metadata.quota_info.quota_used")).isEqualTo(2);
  }

  @Test
  void keepsUsersWithTheSameRequestIdApart() {
    String body = body("хочу борщ", UUID.randomUUID(), "");
    assertThat(id(execute("r4", body))).isNotEqualTo(id(execute("r5", body)));
  }

  @Test
  void takesACachedAnswerIntoAnExecutionOfItsOwn_checklist16() {
    JsonPath first = execute("r6", body("хочу блины", UUID.randomUUID(), "\"x-cache-ttl\":\"60\""));
    JsonPath second =
        execute("r6", body("хочу блины", UUID.randomUUID(), "\"x-priority\":\"high\""));
    assertThat(first.getBoolean("metadata.cache_info.cache_hit")).isFalse();
    assertThat(first.getInt("metadata.cache_info.cache_ttl")).isEqualTo(60);
    assertThat(second.getBoolean("metadata.cache_info.cache_hit")).isTrue();
    assertThat(second.getString("metadata.cache_info.cache_key"))
        .isEqualTo(first.getString("metadata.cache_info.cache_key"));
    assertThat(id(second)).isNotEqualTo(id(first));
    JsonPath fresh =
        execute("r6", body("хочу блины", UUID.randomUUID(), "\"x-cache-control\":\"no-cache\""));
    assertThat(fresh.getBoolean("metadata.cache_info.cache_hit")).isFalse();
  }

  @Test
  void hasNothingForCacheOnlyThatWasNeverAsked() {
    String body = body("хочу салат", UUID.randomUUID(), "\"x-cache-control\":\"cache-only\"");
    assertContract(post("r7", body)).isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
  }

  @Test
  void neverGivesOneUsersCacheToAnother() {
    String hint = "\"x-cache-key\":\"shared\"";
    execute("r8", body("хочу борщ", UUID.randomUUID(), hint));
    JsonPath other = execute("r9", body("хочу суп", UUID.randomUUID(), hint));
    assertThat(other.getBoolean("metadata.cache_info.cache_hit")).isFalse();
  }

  @Test
  void callsAnExecutionTimedOutWhoseProcessDied() throws SQLException {
    String id = id(execute("r10", body("хочу борщ", UUID.randomUUID(), "")));
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          update execution set status = 'in_progress', completed_at = null, result = null,
            started_at = now() - interval '2 minutes' where id = '%s'
          """
              .formatted(id));
    }
    JsonPath body = assertContract(status("r10", id)).isEnvelope(200);
    assertThat(body.getString("data.status")).isEqualTo("timeout");
    assertThat(body.getString("data.error_message")).isNotBlank();
  }

  /** Leaves the execution as a process does that runs it and dies. */
  private Claim interrupt(String id, int leaseSeconds) throws SQLException {
    Claim claim = Claim.of(UUID.fromString(id));
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          update execution set status = 'in_progress', completed_at = null, result = null,
            fence = '%s', lease_until = now() + interval '%d seconds' where id = '%s'
          """
              .formatted(claim.fence(), leaseSeconds, id));
    }
    return claim;
  }

  private String key(String id) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select key from execution_claim where execution_id = '" + id + "'")) {
      row.next();
      return row.getString(1);
    }
  }

  private static String state(String user, String id) {
    return assertContract(status(user, id)).isEnvelope(200).getString("data.status");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2})
  void runsAnExecutionAgainWhoseProcessDied_checklist25(int leaseSeconds) throws SQLException {
    String user = "r11" + leaseSeconds;
    String body = body("хочу борщ", UUID.randomUUID(), "");
    JsonPath first = execute(user, body);
    interrupt(id(first), leaseSeconds);
    assertThat(state(user, id(first))).isEqualTo(leaseSeconds < 0 ? "timeout" : "in_progress");
    JsonPath second = execute(user, body);
    assertThat(id(second)).isEqualTo(id(first));
    assertThat(second.getString("data.status")).isEqualTo("completed");
    assertThat(second.getList("data.sections")).isNotEmpty();
    assertThat(second.getInt("metadata.quota_info.quota_used")).isEqualTo(1);
    assertThat(state(user, id(first))).isEqualTo("completed");
  }

  @Test
  void keepsTheLeaseOfARunThatIsAlive() throws Exception {
    String id = id(execute("r12", body("хочу борщ", UUID.randomUUID(), "")));
    Claim claim = interrupt(id, -1);
    store.renew(List.of(UUID.randomUUID(), claim.fence()));
    assertThat(state("r12", id)).isEqualTo("in_progress");
    assertThat(store.takeOver(Claim.of(claim.execution()))).isFalse();
  }

  @Test
  void runsARequestAgainThatFailed() throws SQLException {
    String body = body("хочу борщ", UUID.randomUUID(), "");
    String id = id(execute("r13", body));
    Claim claim = interrupt(id, 10);
    Optional<String> key = Optional.of(key(id));
    store.fail(Claim.of(claim.execution()), key, "of a run without the fence", Instant.EPOCH);
    assertThat(state("r13", id)).isEqualTo("in_progress");
    store.fail(claim, key, "failed", Instant.EPOCH);
    assertThat(state("r13", id)).isEqualTo("failed");
    JsonPath second = execute("r13", body);
    assertThat(id(second)).isNotEqualTo(id);
    assertThat(second.getString("data.status")).isEqualTo("completed");
  }
}
