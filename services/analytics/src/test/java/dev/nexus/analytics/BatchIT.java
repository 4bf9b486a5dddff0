package dev.nexus.analytics;

import static dev.nexus.analytics.AnalyticsCalls.PATH;
import static dev.nexus.analytics.AnalyticsCalls.as;
import static dev.nexus.analytics.AnalyticsCalls.list;
import static dev.nexus.analytics.AnalyticsCalls.logAll;
import static dev.nexus.analytics.AnalyticsCalls.logged;
import static dev.nexus.analytics.AnalyticsCalls.newUser;
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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "analytics"))
class BatchIT {

  @Inject AgroalDataSource database;

  private final String token = newUser();

  @Test
  void logsAllEventsInTheirOrder() {
    List<Map<String, Object>> events =
        IntStream.range(0, 1_000)
            .<Map<String, Object>>mapToObj(i -> Map.of("event_type", "e" + i))
            .toList();
    JsonPath answer = assertContract(logAll(token, events)).isEnvelope(201);
    assertThat(answer.getInt("data.logged")).isEqualTo(1_000);
    assertThat(answer.getInt("data.rejected")).isZero();
    JsonPath page = list(token, "?limit=1000");
    assertThat(page.getInt("data.total")).isEqualTo(1_000);
    assertThat(page.getList("data.events.id"))
        .isEqualTo(answer.<String>getList("data.events.event_id").reversed());
    assertThat(page.getString("data.events[0].event_type")).isEqualTo("e999");
  }

  @Test
  void countsTheEventsItKnowsOnce() {
    logged(token, Map.of("event_type", "e", "event_id", "a"));
    JsonPath answer =
        assertContract(logAll(token, List.of(event("b"), event("a"), event("b"), event("c"))))
            .isEnvelope(201);
    assertThat(answer.getList("data.events.status"))
        .containsExactly("logged", "duplicate", "duplicate", "logged");
    assertThat(answer.getList("data.events.event_id")).containsExactly("b", "a", "b", "c");
    assertThat(answer.getInt("data.logged")).isEqualTo(2);
    assertThat(answer.getInt("data.duplicates")).isEqualTo(2);
    assertThat(list(token, "").getList("data.events.id")).containsExactly("c", "b", "a");
  }

  @Test
  void logsTheValidOnesAndTellsWhatIsWrongWithTheRest() {
    JsonPath answer =
        assertContract(logAll(token, List.of(event("a"), Map.of("event_id", "b"), 7, event("c"))))
            .isEnvelope(207);
    assertThat(answer.getList("data.events.status"))
        .containsExactly("logged", "rejected", "rejected", "logged");
    assertThat(answer.getString("data.events[1].error.code")).isEqualTo("VALIDATION_FAILED");
    assertThat(answer.getString("data.events[1].error.field")).isEqualTo("event_type");
    assertThat(answer.getString("data.events[2].error.code")).isEqualTo("INVALID_VALUE");
    assertThat(answer.getInt("data.rejected")).isEqualTo(2);
    assertThat(list(token, "").getList("data.events.id")).containsExactly("c", "a");
  }

  @Test
  void takesARepeatedRequestForOneAndTheStrictShapeToo_checklist25() {
    String body =
        """
        {"metadata":{"request_id":"%s"},"data":{"events":[{"event_type":"e"},{"event_type":"e"}]}}"""
            .formatted(UUID.randomUUID());
    JsonPath first =
        assertContract(as(token).body(body).post(PATH + "/events/batch")).isEnvelope(201);
    JsonPath again =
        assertContract(as(token).body(body).post(PATH + "/events/batch")).isEnvelope(201);
    assertThat(first.getInt("data.logged")).isEqualTo(2);
    assertThat(again.getInt("data.duplicates")).isEqualTo(2);
    assertThat(again.getList("data.events.event_id"))
        .isEqualTo(first.getList("data.events.event_id"));
    assertThat(list(token, "").getInt("data.total")).isEqualTo(2);
  }

  @Test
  void survivesBatchesWithTheSameEventsInOppositeOrders() throws Exception {
    List<Map<String, Object>> events =
        IntStream.range(0, 1_000).mapToObj(i -> event("evt-" + i)).toList();
    List<Future<Response>> sent;
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
        Connection connection = database.getConnection();
        Statement lock = connection.createStatement()) {
      connection.setAutoCommit(false);
      lock.execute("lock table event_key in share mode");
      sent =
          IntStream.range(0, 4)
              .mapToObj(i -> i % 2 == 0 ? events : events.reversed())
              .map(batch -> senders.submit(() -> logAll(token, batch)))
              .toList();
      await().until(() -> waiting(lock) >= 4);
      connection.rollback(); // All four set off at once.
    }
    for (Future<Response> answer : sent) {
      assertThat(answer.get().statusCode()).isEqualTo(201);
    }
    assertThat(list(token, "").getInt("data.total")).isEqualTo(1_000);
  }

  private static int waiting(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select count(*) from pg_locks where not granted")) {
      row.next();
      return row.getInt(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"events\":[]}", "{\"events\":{}}", "[]", ""})
  void asksForEvents(String body) {
    JsonPath error =
        assertContract(as(token).body(body).post(PATH + "/events/batch"))
            .isError(400, "VALIDATION_FAILED", "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo("events");
  }

  @Test
  void boundsABatch() {
    List<Map<String, Object>> events = Collections.nCopies(1_001, Map.of("event_type", "e"));
    JsonPath error =
        assertContract(logAll(token, events)).isError(400, "INVALID_VALUE", "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo("events");
    assertThat(list(token, "").getInt("data.total")).isZero();
  }

  private static Map<String, Object> event(String id) {
    return Map.of("event_type", "e", "event_id", id);
  }
}
