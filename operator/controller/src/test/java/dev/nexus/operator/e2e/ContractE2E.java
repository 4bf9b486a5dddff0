package dev.nexus.operator.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The calls that a first user makes, through the gateway, on the running platform. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractE2E {

  private final String email = "user-" + UUID.randomUUID() + "@example.com";
  private String token = "";

  @BeforeAll
  void registersAndLogsIn() {
    JsonPath registered =
        post(
                null,
                "/auth/register",
                Map.of(
                    "email", email,
                    "password", "password123",
                    "first_name", "Ada",
                    "last_name", "Lovelace"))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    assertThat(registered.getString("data.user_id")).isNotBlank();
    token = login(email, "password123").getString("data.access_token");
    assertThat(token).hasSizeGreaterThan(20);
  }

  private static JsonPath login(String email, String password) {
    return post(null, "/auth/login", Map.of("email", email, "password", password))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static RequestSpecification request(String token) {
    RequestSpecification request = given().baseUri(LocalCluster.GATEWAY).basePath("/api/v1");
    return token == null ? request : request.auth().oauth2(token);
  }

  private static Response post(String token, String path, Object body) {
    return request(token).contentType("application/json").body(body).post(path);
  }

  private JsonPath get(String path) {
    return request(token).get(path).then().statusCode(200).extract().jsonPath();
  }

  @Test
  void showsHealthReadinessAndVersion() {
    for (String prefix : new String[] {"", "/api/v1"}) {
      RequestSpecification root = given().baseUri(LocalCluster.GATEWAY).basePath(prefix);
      root.get("/health").then().statusCode(200);
      JsonPath ready = root.get("/ready").then().statusCode(200).extract().jsonPath();
      assertThat(ready.getString("status")).isEqualTo("ready");
      assertThat(ready.getString("checks.database")).isNotBlank();
    }
    assertThat(get("/version").getString("protocol_version")).isEqualTo("2.0.0");
  }

  @Test
  void refreshesWithTheSameTokenAgainAndAgain() {
    String refresh = login(email, "password123").getString("data.refresh_token");
    for (int i = 0; i < 2; i++) {
      JsonPath refreshed =
          post("expired.or.garbage", "/auth/refresh", Map.of("refresh_token", refresh)).jsonPath();
      assertThat(refreshed.getString("data.access_token")).hasSizeGreaterThan(20);
    }
  }

  @Test
  void readsAndChangesTheProfile() {
    assertThat(get("/users/profile").getString("data.email")).isEqualTo(email);
    request(token)
        .contentType("application/json")
        .body(Map.of("last_name", "King"))
        .put("/users/profile")
        .then()
        .statusCode(200);
    assertThat(get("/users/profile").getString("data.last_name")).isEqualTo("King");
    assertThat(get("/users/profile").getString("data.first_name")).isEqualTo("Ada");
  }

  @Test
  void logsTheFirstAdministratorIn() {
    try (LocalCluster cluster = new LocalCluster()) {
      String admin = LocalCluster.PLATFORM + "-admin";
      JsonPath login = login(cluster.secret(admin, "username"), cluster.secret(admin, "password"));
      assertThat(login.getList("data.user.roles")).contains("admin");
    }
  }

  @Test
  void executesATemplateAndKeepsIt() {
    JsonPath executed = post(token, "/templates/execute", Map.of("query", "хочу борщ")).jsonPath();
    String id = executed.getString("data.execution_id");
    assertThat(executed.getList("data.sections.domain_id")).contains("recipes");
    assertThat(executed.<Object>get("metadata.rate_limit_info.limit")).isNotNull();
    assertThat(get("/templates/status/" + id).getString("data.execution_id")).isEqualTo(id);
  }

  @Test
  void executesABatchInOrder() {
    JsonPath batch =
        post(
                token,
                "/batch/execute",
                Map.of(
                    "requests",
                    new Object[] {Map.of("query", "рецепт борща"), Map.of("query", "")}))
            .jsonPath();
    assertThat(batch.getList("data.responses")).hasSize(2);
    assertThat(batch.getInt("data.batch_metadata.successful_requests")).isEqualTo(1);
    assertThat(batch.getInt("data.batch_metadata.failed_requests")).isEqualTo(1);
  }

  @Test
  void registersListsTestsAndDeletesAWebhook() {
    Map<String, Object> config =
        Map.of(
            "url", "https://no-such-host.invalid/hook",
            "events", new String[] {"template.completed"},
            "secret", "webhook-secret");
    String id =
        post(token, "/webhooks", Map.of("config", config)).jsonPath().getString("data.webhook_id");
    assertThat(get("/webhooks?active_only=true&limit=10").getList("data.webhooks.id")).contains(id);
    JsonPath test = post(token, "/webhooks/" + id + "/test", Map.of()).jsonPath();
    assertThat(test.getString("data.status")).isEqualTo("failed");
    assertThat(test.getString("data.error")).isNotBlank();
    request(token)
        .contentType("application/json")
        .body(Map.of("webhook_id", id))
        .delete("/webhooks/" + id)
        .then()
        .statusCode(200);
    request(token).delete("/webhooks/" + id).then().statusCode(404);
  }

  @Test
  void countsAnEventAsSoonAsItIsAnswered() {
    String type = "e2e_" + UUID.randomUUID();
    post(token, "/analytics/events", Map.of("event_type", type, "data", Map.of("k", 1)))
        .then()
        .statusCode(201);
    JsonPath events = get("/analytics/events?event_type=" + type);
    assertThat(events.getInt("data.total")).isEqualTo(1);
    assertThat(events.getInt("data.events[0].data.k")).isEqualTo(1);
    assertThat(get("/analytics/stats?days=7").getInt("data.total_events")).isPositive();
  }

  @Test
  void holdsAConversation() {
    String id =
        post(token, "/conversations", Map.of("title", "E2E", "bot_id", "bot-123"))
            .jsonPath()
            .getString("data.id");
    JsonPath answer =
        post(token, "/conversations/" + id + "/messages", Map.of("content", "рецепт борща"))
            .jsonPath();
    assertThat(answer.getString("data.ai_response.content")).isNotBlank();
    assertThat(answer.getString("data.ai_response.status")).isNotEqualTo("failed");
    assertThat(get("/conversations/" + id).getInt("data.message_count")).isEqualTo(2);
  }
}
