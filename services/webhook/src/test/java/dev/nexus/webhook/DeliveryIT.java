package dev.nexus.webhook;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static dev.nexus.webhook.WebhookCalls.as;
import static dev.nexus.webhook.WebhookCalls.list;
import static dev.nexus.webhook.WebhookCalls.newUser;
import static dev.nexus.webhook.WebhookCalls.register;
import static dev.nexus.webhook.WebhookCalls.registered;
import static dev.nexus.webhook.WebhookCalls.test;
import static dev.nexus.webhook.WebhookCalls.tested;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import dev.nexus.webhook.Sink.Received;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(AllowedSinks.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "webhook"))
class DeliveryIT {

  private final String token = newUser();
  private final Sink sink = new Sink(AllowedSinks.ADDRESS);

  @AfterEach
  void closeSink() {
    sink.close();
  }

  @Test
  void deliversASignedEvent_checklist41() throws Exception {
    String id = registered(token, sink.url("/hook?a=b"), "webhook-secret");
    JsonPath result = tested(token, id);
    assertThat(result.getString("data.status")).isEqualTo("success");
    assertThat(result.getInt("data.response_code")).isEqualTo(200);
    assertThat(result.<Object>get("data.response_time_ms")).isInstanceOf(Integer.class);
    assertThat(result.<Object>get("data.error")).isNull();

    Received got = sink.next();
    assertThat(got.method()).isEqualTo("POST");
    assertThat(got.target()).isEqualTo("/hook?a=b");
    assertThat(got.headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("X-Nexus-Event", "template.completed")
        .containsEntry("X-Nexus-Delivery", result.getString("data.delivery_id"))
        .containsEntry("X-Nexus-Signature", "sha256=" + hmac("webhook-secret", got.body()))
        .containsKeys("X-Nexus-Timestamp", "webhook-id", "webhook-timestamp", "webhook-signature");
    JsonPath body = JsonPath.from(got.body());
    assertThat(body.getString("id")).isEqualTo(got.headers().get("webhook-id"));
    assertThat(body.getString("event")).isEqualTo("template.completed");
    assertThat(body.<Object>get("timestamp")).isInstanceOf(Integer.class);
    assertThat(body.getBoolean("data.test")).isTrue();
  }

  @Test
  void countsASuccess() {
    String id = registered(token, sink.url("/"), "s");
    tested(token, id);
    JsonPath listed = list(token, "");
    assertThat(listed.getInt("data.webhooks[0].success_count")).isEqualTo(1);
    assertThat(listed.getInt("data.webhooks[0].error_count")).isZero();
    assertThat(listed.<Object>get("data.webhooks[0].last_used_at")).isInstanceOf(Integer.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://no-such-host.invalid/h, does not resolve",
    "http://localhost:1/h, not public",
    "http://127.0.0.2:1/h, refuses",
  })
  void reportsAReceiverThatCannotBeReached_checklist41(String url, String error) {
    String id = registered(token, url, "s");
    JsonPath result = tested(token, id);
    assertThat(result.getString("data.status")).isEqualTo("failed");
    assertThat(result.getString("data.error")).contains(error);
    assertThat(result.<Object>get("data.response_code")).isNull();
    assertThat(list(token, "").getInt("data.webhooks[0].error_count")).isEqualTo(1);
  }

  @Test
  void givesUpOnAReceiverThatDoesNotAnswer() {
    JsonPath result = tested(token, registered(token, sink.url("/silent"), "s"));
    assertThat(result.getString("data.error")).contains("2000 ms");
    assertThat(result.getInt("data.response_time_ms")).isBetween(1_900, 5_000);
  }

  @Test
  void takesAnythingButSuccessForAFailure() {
    JsonPath result = tested(token, registered(token, sink.url("/status/500"), "s"));
    assertThat(result.getString("data.status")).isEqualTo("failed");
    assertThat(result.getInt("data.response_code")).isEqualTo(500);
  }

  @Test
  void followsNoRedirect() {
    JsonPath result = tested(token, registered(token, sink.url("/redirect"), "s"));
    assertThat(result.getString("data.status")).isEqualTo("failed");
    assertThat(result.getInt("data.response_code")).isEqualTo(302);
    sink.next();
    assertThat(sink.waiting()).isZero();
  }

  @Test
  void keepsAtMostTheBeginningOfAnAnswer() {
    String id = registered(token, sink.url("/large"), "s");
    assertThat(tested(token, id).getString("data.status")).isEqualTo("success");
    assertThat(deliveries(id).getString("data[0].response_body")).hasSize(65_536);
  }

  @Test
  void signsNothingWithoutASecret() {
    tested(token, registered(token, sink.url("/"), ""));
    assertThat(sink.next().headers()).doesNotContainKeys("X-Nexus-Signature", "webhook-signature");
  }

  @Test
  void addsTheReceiversHeadersAndLetsNoneForgeASignature() {
    String id =
        register(
                token,
                Map.of(
                    "url", sink.url("/"),
                    "events", List.of("batch_completed"),
                    "headers", Map.of("X-Api-Key", "k", "x-nexus-signature", "forged")))
            .jsonPath()
            .getString("data.webhook_id");
    tested(token, id);
    assertThat(sink.next().headers())
        .containsEntry("X-Api-Key", "k")
        .containsEntry("X-Nexus-Event", "template_executed")
        .doesNotContainKey("X-Nexus-Signature");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"webhook_id\":\"w\",\"event\":\"batch.failed\",\"data\":{\"k\":7}}', batch.failed",
    "'{\"event_type\":\"error_occurred\",\"test_data\":{\"k\":7}}', error_occurred",
  })
  void sendsWhatEitherKindOfClientAsksFor(String body, String event) {
    String id = registered(token, sink.url("/"), "s");
    assertContract(test(token, id, body)).isEnvelope(200);
    JsonPath sent = JsonPath.from(sink.next().body());
    assertThat(sent.getString("event")).isEqualTo(event);
    assertThat(sent.getInt("data.k")).isEqualTo(7);
  }

  @Test
  void testsWithoutABodyToo() {
    String path = "/api/v1/webhooks/" + registered(token, sink.url("/"), "s") + "/test";
    assertContract(as(token).post(path)).isEnvelope(200);
    assertContract(given().auth().oauth2(token).noContentType().post(path)).isEnvelope(200);
  }

  @Test
  void refusesToTestWithAnEventItDoesNotKnow() {
    String id = registered(token, sink.url("/"), "s");
    JsonPath error =
        assertContract(test(token, id, Map.of("event", "x")))
            .isError(400, "INVALID_VALUE", "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo("event");
  }

  @Test
  void keepsARecordOfEachDelivery() {
    String id = registered(token, sink.url("/"), "webhook-secret");
    tested(token, id);
    Received got = sink.next();
    tested(token, id);
    JsonPath page = deliveries(id);
    assertThat(page.getInt("total")).isEqualTo(2);
    assertThat(page.getInt("limit")).isEqualTo(50);
    assertThat(page.getString("data[1].payload")).isEqualTo(got.body());
    assertThat(page.getString("data[1].signature"))
        .isEqualTo(got.headers().get("X-Nexus-Signature"));
    assertThat(page.getString("data[1].webhook_id")).isEqualTo(id);
    assertThat(page.getString("data[1].delivered_at")).endsWith("Z");
    assertThat(page.getInt("data[1].status_code")).isEqualTo(200);
    assertThat(page.getString("data[1].response_body")).isEqualTo("thanks");
  }

  @Test
  void keepsTheLastDeliveriesAndCountsThemAll() {
    String id = registered(token, sink.url("/"), "s");
    for (int i = 0; i < 7; i++) {
      assertContract(test(token, id, Map.of("test_data", Map.of("i", i)))).isEnvelope(200);
    }
    JsonPath page = deliveries(id);
    assertThat(page.getInt("total")).isEqualTo(5);
    assertThat(page.getString("data[0].payload")).contains("{\"i\":6}");
    assertThat(page.getString("data[4].payload")).contains("{\"i\":2}");
    JsonPath stats = assertContract(as(token).get("/api/v1/webhooks/stats")).isEnvelope(200);
    assertThat(stats.getInt("data.total_deliveries")).isEqualTo(7);
  }

  @Test
  void boundsTheDataOfATest() {
    String id = registered(token, sink.url("/"), "s");
    Map<String, Object> large = Map.of("test_data", Map.of("a", "x".repeat(32_768)));
    JsonPath error =
        assertContract(test(token, id, large)).isError(400, "INVALID_VALUE", "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo("test_data");
    assertThat(deliveries(id).getInt("total")).isZero();
  }

  @Test
  void addsUpTheDeliveriesOfAllReceiversOfTheCaller() {
    tested(token, registered(token, sink.url("/"), "s"));
    tested(token, registered(token, sink.url("/status/404"), "s"));
    JsonPath stats = assertContract(as(token).get("/api/v1/webhooks/stats")).isEnvelope(200);
    assertThat(stats.getInt("data.total_webhooks")).isEqualTo(2);
    assertThat(stats.getInt("data.active_webhooks")).isEqualTo(2);
    assertThat(stats.getInt("data.total_deliveries")).isEqualTo(2);
    assertThat(stats.getInt("data.successful_deliveries")).isEqualTo(1);
    assertThat(stats.getInt("data.failed_deliveries")).isEqualTo(1);
  }

  private JsonPath deliveries(String id) {
    JsonPath page = as(token).get("/api/v1/webhooks/" + id + "/deliveries").jsonPath();
    assertThat(page.getString("metadata.request_id")).isNotBlank();
    return page;
  }

  private static String hmac(String secret, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }
}
