package dev.nexus.analytics;

import static dev.nexus.analytics.AnalyticsCalls.PATH;
import static dev.nexus.analytics.AnalyticsCalls.as;
import static dev.nexus.analytics.AnalyticsCalls.list;
import static dev.nexus.analytics.AnalyticsCalls.log;
import static dev.nexus.analytics.AnalyticsCalls.logged;
import static dev.nexus.analytics.AnalyticsCalls.newUser;
import static dev.nexus.analytics.AnalyticsCalls.unique;
import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import dev.nexus.common.testing.SettableClock;
import dev.nexus.common.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "analytics"))
class EventIT {

  @Inject SettableClock clock;

  private final String token = newUser();

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"event_type":"user_action","user_id":"user-123","data":{"data":{"k":1},"event_type":"x"},
         "metadata":{"request_id":"3f2b8c9e-7d4a-4c1b-9e8f-0a1b2c3d4e5f",
                     "protocol_version":"2.0.0","client_version":"2.0.0","timestamp":1}}""",
        """
        {"metadata":{"protocol_version":"2.0.0"},
         "data":{"event_type":"user_action","user_id":"user-123",
                 "data":{"data":{"k":1},"event_type":"x"}}}""",
        """
        {"event_type":"user_action","user_id":"user-123","tenant_id":"","event_id":null,
         "unknown":[1],"data":{"data":{"k":1},"event_type":"x"}}"""
      })
  void logsAnEventInEachShapeAndKeepsItsData_checklist46(String body) {
    JsonPath answer = assertContract(log(token, body)).isEnvelope(201);
    JsonPath page = list(token, "");
    assertThat(answer.getString("data.event_id")).isNotBlank();
    assertThat(page.getList("data.events.id")).containsExactly(answer.getString("data.event_id"));
    assertThat(Instant.parse(answer.getString("data.timestamp")))
        .isEqualTo(micros(clock.instant()));
    assertThat(page.getString("data.events[0].timestamp"))
        .isEqualTo(answer.getString("data.timestamp"));
    assertThat(page.getString("data.events[0].event_type")).isEqualTo("user_action");
    assertThat(page.getString("data.events[0].user_id")).isEqualTo("user-123");
    assertThat(page.getInt("data.events[0].data.data.k")).isEqualTo(1);
    assertThat(page.getString("data.events[0].data.event_type")).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"metadata\":{},\"data\":{}}"})
  void keepsTheDataAsItWasSent(String around) {
    String data =
        """
        {"z":1.0,"a":1.10,"big":123456789012345678901234567890,"tiny":1E-400,"huge":1E+400,\
        "text":"борщ \\u0000 \\"","empty":{},"none":null,"list":[1,[2]]}""";
    String event = "{\"event_type\":\"e\",\"data\":" + data + "}";
    String body = around.equals("{}") ? event : around.replace("\"data\":{}", "\"data\":" + event);
    assertContract(log(token, body)).isEnvelope(201);
    assertThat(as(token).get(PATH + "/events").asString()).contains("\"data\":" + data);
  }

  @Test
  void namesTheLoggerWhereTheEventNamesNobody() {
    String user = unique("user");
    String own = Tokens.user(user, "acme");
    logged(own, Map.of("event_type", "e"));
    JsonPath page = list(own, "");
    assertThat(page.getString("data.events[0].user_id")).isEqualTo(user);
    assertThat(page.getString("data.events[0].tenant_id")).isEqualTo("acme");
    assertThat(page.getMap("data.events[0]")).doesNotContainKey("data");
  }

  @Test
  void listsNewestFirstInPages_checklist47() {
    List<String> ids =
        IntStream.range(0, 4)
            .mapToObj(i -> logged(token, Map.of("event_type", "user_action", "user_id", "u" + i)))
            .toList();
    logged(token, Map.of("event_type", "user_login", "user_id", "u0"));
    JsonPath page = list(token, "?event_type=user_action&limit=10");
    assertThat(page.getList("data.events.id")).containsExactlyElementsOf(ids.reversed());
    assertThat(page.<Object>get("data.limit")).isEqualTo(10);
    assertThat(page.<Object>get("data.offset")).isEqualTo(0);
    assertThat(page.<Object>get("data.total")).isEqualTo(4);
    assertThat(list(token, "?event_type=user_action&limit=2&offset=1").getList("data.events.id"))
        .containsExactly(ids.get(2), ids.get(1));
    assertThat(list(token, "?user_id=u0").getInt("data.total")).isEqualTo(2);
    assertThat(list(token, "?user_id=u0&event_type=user_login").getInt("data.total")).isEqualTo(1);
    assertThat(list(token, "").getInt("data.limit")).isEqualTo(50);
    assertThat(list(token, "?offset=9").getInt("data.total")).isEqualTo(5);
  }

  @Test
  void listsNothingAsAnEmptyPage() {
    JsonPath page = list(token, "?event_type=");
    assertThat(page.getList("data.events")).isEmpty();
    assertThat(page.getInt("data.total")).isZero();
  }

  @Test
  void showsAnEventToWhoLoggedItToWhomItNamesAndToTheTenantsAdministrator() {
    String alice = unique("alice");
    String bob = unique("bob");
    String logger = Tokens.user(alice);
    String id = logged(logger, Map.of("event_type", "e", "user_id", bob, "tenant_id", "elsewhere"));
    String query = "?user_id=" + bob;
    assertThat(list(logger, query).getList("data.events.id")).containsExactly(id);
    assertThat(list(Tokens.user(bob), "").getList("data.events.id")).containsExactly(id);
    assertThat(list(Tokens.admin("root"), query).getList("data.events.id")).containsExactly(id);
    assertThat(list(Tokens.user(unique("eve")), query).getInt("data.total")).isZero();
    assertThat(list(Tokens.user(bob, "elsewhere"), "").getInt("data.total")).isZero();
    assertThat(list(Tokens.user(alice, "elsewhere"), "").getInt("data.total")).isZero();
  }

  @Test
  void takesAnEventOfAnotherDay() {
    Instant then = clock.instant().minus(Duration.ofDays(200));
    JsonPath answer =
        assertContract(log(token, Map.of("event_type", "late", "timestamp", then.toString())))
            .isEnvelope(201);
    assertThat(Instant.parse(answer.getString("data.timestamp"))).isEqualTo(micros(then));
    String now = logged(token, Map.of("event_type", "now"));
    assertContract(log(token, Map.of("event_type", "unix", "timestamp", then.getEpochSecond() + 5)))
        .isEnvelope(201);
    assertThat(list(token, "").getList("data.events.event_type"))
        .containsExactly("now", "unix", "late");
    assertThat(list(token, "").getString("data.events[0].id")).isEqualTo(now);
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', VALIDATION_FAILED, event_type",
    "'{\"event_type\":\" \"}', VALIDATION_FAILED, event_type",
    "'{\"event_type\":null}', VALIDATION_FAILED, event_type",
    "'{\"event_type\":{}}', INVALID_VALUE, event_type",
    "'{\"event_type\":\"a\\u0000b\"}', INVALID_VALUE, event_type",
    "'{\"event_type\":\"e\",\"data\":[1]}', INVALID_VALUE, data",
    "'{\"event_type\":\"e\",\"data\":\"x\"}', INVALID_VALUE, data",
    "'{\"event_type\":\"e\",\"user_id\":[]}', INVALID_VALUE, user_id",
    "'{\"event_type\":\"e\",\"timestamp\":\"today\"}', INVALID_FORMAT, timestamp",
    "'{\"event_type\":\"e\",\"timestamp\":\"2001-01-01T00:00:00Z\"}', INVALID_VALUE, timestamp",
    "'{\"event_type\":\"e\",\"timestamp\":9999999999999}', INVALID_VALUE, timestamp",
    "'{\"event_type\":\"e\",\"timestamp\":1e999999999}', INVALID_VALUE, timestamp",
  })
  void namesWhatIsWrong(String body, String code, String field) {
    JsonPath error = assertContract(log(token, body)).isError(400, code, "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo(field);
    assertThat(list(token, "").getInt("data.total")).isZero();
  }

  @Test
  void boundsTextsAndData() {
    assertTooLong(Map.of("event_type", "e".repeat(101)), "event_type");
    assertTooLong(Map.of("event_type", "e", "user_id", "u".repeat(256)), "user_id");
    assertTooLong(Map.of("event_type", "e", "event_id", "u".repeat(256)), "event_id");
    assertTooLong(Map.of("event_type", "e", "data", Map.of("k", "x".repeat(33_000))), "data");
    logged(token, Map.of("event_type", "e".repeat(100), "data", Map.of("k", "x".repeat(32_000))));
  }

  private void assertTooLong(Map<String, Object> body, String field) {
    JsonPath error =
        assertContract(log(token, body)).isError(400, "FIELD_TOO_LONG", "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo(field);
  }

  @Test
  void asksForAnEvent() {
    assertContract(as(token).post(PATH + "/events"))
        .isError(400, "VALIDATION_FAILED", "VALIDATION_ERROR");
    assertContract(log(token, "[1]")).isError(400, "INVALID_VALUE", "VALIDATION_ERROR");
    assertContract(log(token, "\"e\"")).isError(400, "INVALID_VALUE", "VALIDATION_ERROR");
    assertContract(log(token, "null")).isError(400, "VALIDATION_FAILED", "VALIDATION_ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=1001", "limit=ten", "offset=-1", "user_id=a%00b"})
  void refusesQueriesThatCannotBe(String query) {
    Response response = as(token).urlEncodingEnabled(false).get(PATH + "/events?" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.jsonPath().getString("error.field")).isEqualTo(query.split("=")[0]);
  }

  @Test
  void asksForATokenBeforeItLooksAtTheEvent_checklist20() {
    for (String path : List.of("/events", "/stats", "/user", "/realtime", "/export")) {
      assertContract(given().get(PATH + path))
          .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
    }
    assertContract(given().contentType("application/json").body("{}").post(PATH + "/events"))
        .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
    assertContract(given().auth().oauth2("garbage").get(PATH + "/events"))
        .isError(401, "TOKEN_MALFORMED", "AUTHENTICATION_ERROR");
  }

  @Test
  void isReadyWithItsDatabase_checklist2() {
    JsonPath ready = given().get("/ready").jsonPath();
    assertThat(ready.getString("status")).isEqualTo("ready");
    assertThat(ready.getString("checks.database")).isEqualTo("ok");
  }

  private static Instant micros(Instant instant) {
    return instant.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }
}
