package dev.nexus.analytics;

import static dev.nexus.analytics.AnalyticsCalls.PATH;
import static dev.nexus.analytics.AnalyticsCalls.as;
import static dev.nexus.analytics.AnalyticsCalls.list;
import static dev.nexus.analytics.AnalyticsCalls.log;
import static dev.nexus.analytics.AnalyticsCalls.logged;
import static dev.nexus.analytics.AnalyticsCalls.newUser;
import static dev.nexus.common.testing.ContractAssert.assertContract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.nexus.analytics.database.Database;
import dev.nexus.analytics.database.Session;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "analytics"))
@TestProfile(OverloadIT.Narrow.class)
class OverloadIT {

  /** Two transactions at a time, hardly any wait, one file at a time. */
  public static final class Narrow implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "nexus.analytics.ingest.max-concurrency", "2",
          "nexus.analytics.ingest.patience", "300ms",
          "nexus.analytics.database.statement-timeout", "6s",
          "nexus.analytics.database.max-reads", "3",
          "nexus.analytics.database.patience", "300ms",
          "nexus.analytics.export.max-concurrency", "1");
    }
  }

  @Inject AgroalDataSource database;
  @Inject Database reads;

  private final String token = newUser();

  @Test
  void turnsEventsAwayWhileTheDatabaseIsSlowAndLosesNoneThatItTook_checklist22() throws Exception {
    List<Response> answers;
    try (Connection connection = database.getConnection();
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      connection.setAutoCommit(false);
      List<Future<Response>> sent;
      try (Statement lock = connection.createStatement()) {
        lock.execute("lock table event in access exclusive mode");
        sent = IntStream.range(0, 8).mapToObj(i -> senders.submit(sender(i))).toList();
        // Six of the eight find both slots taken and their patience at an end.
        await().until(() -> sent.stream().filter(Future::isDone).count() == 6);
      }
      connection.rollback();
      answers = sent.stream().map(OverloadIT::get).toList();
    }
    List<Response> refused = answers.stream().filter(a -> a.statusCode() == 429).toList();
    assertThat(refused).hasSize(6);
    assertIsRefusal(refused.getFirst());
    assertThat(list(token, "").getInt("data.total")).isEqualTo(2);
    logged(token, Map.of("event_type", "e"));
  }

  private static void assertIsRefusal(Response refused) {
    JsonPath error =
        assertContract(refused).isError(429, "RATE_LIMIT_EXCEEDED", "RATE_LIMIT_ERROR");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    assertThat(Instant.parse(error.getString("error.metadata.reset_at"))).isNotNull();
    assertThat(error.getString("error.metadata.limit")).isEqualTo("2");
    assertThat(error.getString("error.metadata.remaining")).isEqualTo("0");
    assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("2");
    assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(refused.header("X-RateLimit-Reset")).matches("\\d+");
  }

  private Callable<Response> sender(int number) {
    return () -> log(token, Map.of("event_type", "e", "event_id", "evt-" + number));
  }

  @Test
  void turnsReadersAwayWhoAreTooMany() throws Exception {
    try (Connection connection = database.getConnection();
        Statement lock = connection.createStatement();
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      connection.setAutoCommit(false);
      lock.execute("lock table event in access exclusive mode");
      List<Future<Response>> sent =
          IntStream.range(0, 5)
              .mapToObj(i -> readers.submit(() -> as(token).get(PATH + "/stats")))
              .toList();
      await().until(() -> sent.stream().filter(Future::isDone).count() == 2);
      connection.rollback();
      assertThat(sent.stream().map(OverloadIT::get).map(Response::statusCode))
          .containsExactlyInAnyOrder(200, 200, 200, 429, 429);
    }
  }

  @Test
  void givesUpOnAStatementAtItsTimeLimit() throws Exception {
    try (Connection connection = database.getConnection();
        Statement lock = connection.createStatement()) {
      connection.setAutoCommit(false);
      lock.execute("lock table event in access exclusive mode");
      assertContract(as(token).get(PATH + "/stats")).isError(504, "TIMEOUT", "EXTERNAL_ERROR");
      connection.rollback();
    }
  }

  @Test
  void givesAllReadsOfAnAnswerTheTimeOfOneStatement() {
    Instant began = Instant.now();
    assertThatExceptionOfType(NexusException.class)
        .isThrownBy(() -> reads.snapshot(OverloadIT::sleepFourTimes))
        .extracting(NexusException::code)
        .isEqualTo(CommonError.TIMEOUT);
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(8));
  }

  private static boolean sleepFourTimes(Session session) throws SQLException {
    for (int i = 0; i < 4; i++) {
      try (PreparedStatement sleep = session.prepare("select pg_sleep(2.5)")) {
        sleep.execute();
      }
    }
    return true;
  }

  @Test
  void turnsExportsAwayThatAreTooMany() throws Exception {
    logged(token, Map.of("event_type", "e"));
    try (Connection connection = database.getConnection();
        Statement lock = connection.createStatement();
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      connection.setAutoCommit(false);
      lock.execute("lock table event in access exclusive mode");
      List<Future<Response>> sent =
          IntStream.range(0, 2)
              .mapToObj(i -> readers.submit(() -> as(token).get(PATH + "/export?format=csv")))
              .toList();
      await().until(() -> sent.stream().filter(Future::isDone).count() == 1);
      connection.rollback();
      assertThat(sent.stream().map(OverloadIT::get).map(Response::statusCode))
          .containsExactlyInAnyOrder(200, 429);
      assertThat(
              sent.stream()
                  .map(OverloadIT::get)
                  .filter(a -> a.statusCode() == 429)
                  .findFirst()
                  .orElseThrow()
                  .header("Retry-After"))
          .isEqualTo("1");
    }
  }

  private static Response get(Future<Response> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
