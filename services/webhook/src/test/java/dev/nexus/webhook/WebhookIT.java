package dev.nexus.webhook;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static dev.nexus.webhook.WebhookCalls.as;
import static dev.nexus.webhook.WebhookCalls.config;
import static dev.nexus.webhook.WebhookCalls.list;
import static dev.nexus.webhook.WebhookCalls.newUser;
import static dev.nexus.webhook.WebhookCalls.register;
import static dev.nexus.webhook.WebhookCalls.registered;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(AllowedSinks.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "webhook"))
class WebhookIT {

  private static final String URL = "https://example.com/h";

  private final String token = newUser();

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"config":{"url":"https://example.com/h","events":["template.completed"],
         "secret":"webhook-secret"},"metadata":{"protocol_version":"2.0.0"}}""",
        """
        {"url":"https://example.com/h","events":["template_executed"]}""",
        """
        {"data":{"url":"https://example.com/h","events":["batch_completed"],"secret":"s",
         "active":true,"headers":{"X-A":"b"}}}"""
      })
  void registersAReceiverInEachShape_checklist39(String body) {
    JsonPath registered = assertContract(register(token, body)).isEnvelope(201);
    String id = registered.getString("data.webhook_id");
    assertThat(id).isNotBlank();
    assertThat(registered.getString("data.status")).isEqualTo("registered");
    JsonPath listed = list(token, "?active_only=true");
    assertThat(listed.getString("data.webhooks[0].id")).isEqualTo(id);
    assertThat(listed.getBoolean("data.webhooks[0].config.active")).isTrue();
  }

  @Test
  void listsReceiversAsObjectsNewestFirst_checklist40() {
    List<String> ids =
        IntStream.range(0, 3).mapToObj(i -> registered(token, URL, "shh-" + i)).toList();
    JsonPath page = list(token, "?active_only=true&limit=2&offset=1");
    assertThat(page.getList("data.webhooks.id")).containsExactly(ids.get(1), ids.get(0));
    assertThat(page.<Object>get("data.total")).isEqualTo(3);
    assertThat(page.<Object>get("data.limit")).isEqualTo(2);
    assertThat(page.<Object>get("data.offset")).isEqualTo(1);
    assertThat(page.<Object>get("data.webhooks[0].created_at")).isInstanceOf(Integer.class);
    assertThat(page.getString("data.webhooks[0].config.url")).isEqualTo(URL);
    assertThat(page.getInt("data.webhooks[0].success_count")).isZero();
    assertThat(page.getInt("data.webhooks[0].config.retry_policy.max_delay")).isEqualTo(30_000);
  }

  @Test
  void listsNothingAsAnEmptyPage() {
    JsonPath page = list(token, "");
    assertThat(page.getList("data.webhooks")).isEmpty();
    assertThat(page.getInt("data.limit")).isEqualTo(50);
  }

  @Test
  void keepsInactiveReceiversOutOfTheActiveList() {
    assertContract(
            register(token, Map.of("url", URL, "events", List.of("batch.failed"), "active", false)))
        .isEnvelope(201);
    assertThat(list(token, "?active_only=true").getInt("data.total")).isZero();
    assertThat(list(token, "").getInt("data.total")).isEqualTo(1);
  }

  @Test
  void neverAnswersASecret() {
    Response registered = register(token, Map.of("config", config(URL, "very-secret")));
    assertThat(registered.asString()).doesNotContain("very-secret");
    assertThat(as(token).get("/api/v1/webhooks").asString()).doesNotContain("very-secret");
  }

  @Test
  void deletesWithABodyAndOnlyOnce_checklist42() {
    String id = registered(token, URL, "");
    String body = "{\"webhook_id\":\"" + id + "\",\"metadata\":{}}";
    JsonPath deleted =
        assertContract(as(token).body(body).delete("/api/v1/webhooks/" + id)).isEnvelope(200);
    assertThat(deleted.getString("data.status")).isEqualTo("deleted");
    assertThat(list(token, "").getInt("data.total")).isZero();
    assertContract(as(token).body(body).delete("/api/v1/webhooks/" + id))
        .isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
  }

  @Test
  void hidesReceiversFromOtherUsers() {
    String id = registered(token, URL, "");
    String other = newUser();
    assertThat(list(other, "").getInt("data.total")).isZero();
    assertContract(as(other).delete("/api/v1/webhooks/" + id))
        .isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
    assertThat(list(token, "").getInt("data.total")).isEqualTo(1);
  }

  @Test
  void takesARepeatedRequestForOne_checklist25() {
    Map<String, Object> body =
        Map.of(
            "config",
            config(URL, "s"),
            "metadata",
            Map.of("request_id", UUID.randomUUID().toString()));
    String first = register(token, body).jsonPath().getString("data.webhook_id");
    assertThat(register(token, body).jsonPath().getString("data.webhook_id")).isEqualTo(first);
    assertThat(list(token, "").getInt("data.total")).isEqualTo(1);
  }

  @Test
  void takesADifferentBodyWithTheSameRequestIdForANewRequest_checklist14() {
    Map<String, String> metadata = Map.of("request_id", UUID.randomUUID().toString());
    register(token, Map.of("config", config(URL, "a"), "metadata", metadata));
    register(token, Map.of("config", config(URL, "b"), "metadata", metadata));
    assertThat(list(token, "").getInt("data.total")).isEqualTo(2);
  }

  @Test
  void registersTheSameUrlAgainWithoutARequestId() {
    registered(token, URL, "s");
    registered(token, URL, "s");
    assertThat(list(token, "").getInt("data.total")).isEqualTo(2);
  }

  @Test
  void boundsTheReceiversOfOnePrincipal() {
    IntStream.range(0, 20).forEach(i -> registered(token, URL, ""));
    assertContract(register(token, Map.of("config", config(URL, ""))))
        .isError(409, "RESOURCE_CONFLICT", "CONFLICT");
    registered(newUser(), URL, "");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"config\":{\"events\":[\"batch.failed\"]}}', VALIDATION_FAILED, config.url",
    "'{\"url\":\"https://example.com\"}', VALIDATION_FAILED, events",
    "'{\"url\":\"https://example.com\",\"events\":[\"x\"]}', INVALID_VALUE, events",
    "'{\"config\":{\"url\":\"http://10.0.0.1/\",\"events\":[\"batch.failed\"]}}', INVALID_VALUE, config.url",
    "'{\"url\":\"https://example.com\",\"events\":\"x\"}', INVALID_VALUE, events",
    "'{\"url\":\"https://example.com/\\u0000\",\"events\":[\"batch.failed\"]}', INVALID_VALUE, url",
    "'{\"url\":\"https://example.com\",\"events\":[\"batch.failed\"],\"secret\":\"\\u0000\"}', INVALID_VALUE, secret",
    "'{\"url\":\"https://example.com\",\"events\":[\"batch.failed\"],\"description\":\"a\\u0000\"}', INVALID_VALUE, description",
    "'{\"url\":\"https://example.com\",\"events\":[\"batch.failed\"],\"headers\":{\"X-A\":\"\\u0000\"}}', INVALID_VALUE, headers",
  })
  void namesWhatIsWrong(String body, String code, String field) {
    JsonPath error = assertContract(register(token, body)).isError(400, code, "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({"limit=0", "limit=101", "limit=ten", "offset=-1"})
  void refusesPagesThatCannotBe(String query) {
    Response response = as(token).get("/api/v1/webhooks?" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.jsonPath().getString("error.field")).isEqualTo(query.split("=")[0]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "00000000-0000-4000-8000-000000000000"})
  void knowsNoReceiverByAnUnknownOrIllFormedId(String id) {
    assertContract(as(token).body("{}").post("/api/v1/webhooks/" + id + "/test"))
        .isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
    assertContract(as(token).get("/api/v1/webhooks/" + id + "/deliveries?limit=0&offset=x"))
        .isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
  }

  @Test
  void asksForAToken_checklist20() {
    assertContract(given().get("/api/v1/webhooks"))
        .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
  }

  @Test
  void isReadyWithItsDatabase_checklist2() {
    JsonPath ready = given().get("/ready").jsonPath();
    assertThat(ready.getString("status")).isEqualTo("ready");
    assertThat(ready.getString("checks.database")).isEqualTo("ok");
  }
}
