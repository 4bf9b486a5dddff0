package dev.nexus.gateway.edge;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.RedisResource;
import dev.nexus.gateway.testing.Issuer;
import dev.nexus.gateway.testing.PeersResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PeersResource.class)
@WithTestResource(RedisResource.class)
class GatewayIT {

  private static final String ID = "3f2b8c9e-7d4a-4c1b-9e8f-0a1b2c3d4e5f";

  private final String issuer =
      ConfigProvider.getConfig().getValue(PeersResource.ISSUER, String.class);

  private RequestSpecification user() {
    return given().auth().oauth2(new Issuer(issuer).token("u1")).contentType("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/templates/execute",
    "/api/v1/webhooks",
    "/api/v1/analytics/events",
    "/api/v1/conversations/1/messages",
    "/api/v1/users/profile",
    "/api/v1/auth/logout",
    "/api/v1/admin/prompts",
    "/api/v1/executions/1",
  })
  void forwardsEveryAreaToItsPeer(String path) {
    Response response = user().urlEncodingEnabled(false).body("{\"a\":1}").post(path + "?x=1%20y");
    assertContract(response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.jsonPath().getString("uri")).isEqualTo(path + "?x=1%20y");
    assertThat(response.jsonPath().getString("method")).isEqualTo("POST");
    assertThat(response.jsonPath().getString("body")).isEqualTo("{\"a\":1}");
  }

  @Test
  void namesThePeerThatIsAwayAndServesTheOthers() {
    JsonPath error =
        assertContract(user().body("{}").post("/api/v1/batch/execute"))
            .isError(503, "SERVICE_UNAVAILABLE", "EXTERNAL_ERROR");
    assertThat(error.getString("error.metadata.service")).isEqualTo("batch");
    assertThat(user().get("/api/v1/webhooks").statusCode()).isEqualTo(200);
  }

  @Test
  void answersUnknownRoutesInItsOwnWords_checklist19() {
    assertContract(user().get("/api/v1/nowhere")).isError(404, "ENDPOINT_NOT_FOUND", "NOT_FOUND");
    assertContract(user().get("/api/v1/templatesque"))
        .isError(404, "ENDPOINT_NOT_FOUND", "NOT_FOUND");
    assertContract(given().get("/")).isError(404, "ENDPOINT_NOT_FOUND", "NOT_FOUND");
  }

  @Test
  void answersWrongMethodsInItsOwnWords_checklist19() {
    assertContract(given().post("/health")).isError(405, "VALIDATION_FAILED", "VALIDATION_ERROR");
    assertContract(given().delete("/api/v1/version"))
        .isError(405, "VALIDATION_FAILED", "VALIDATION_ERROR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/health", "/ready", "/api/v1/health", "/api/v1/ready", "/api/v1/version"})
  void answersInJsonWhateverTheClientPrefers_checklist1And5(String path) {
    for (String accept : new String[] {"text/html", "image/png", "", "*/*"}) {
      Response response =
          given().header("Accept", accept).contentType("application/json").get(path);
      assertContract(response);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.contentType()).startsWith("application/json");
      assertThat(response.jsonPath().<Object>get("data")).isNull();
    }
    assertThat(given().redirects().follow(false).get(path).statusCode())
        .as("checklist 6")
        .isEqualTo(200);
  }

  @Test
  void tellsWhyATokenIsRefused_checklist20() {
    Issuer realm = new Issuer(issuer);
    Instant now = Instant.now();
    assertRefused(null, "AUTHENTICATION_FAILED");
    assertRefused("Basic dTpw", "AUTHENTICATION_FAILED");
    assertRefused("Bearer YOUR_TOKEN", "TOKEN_MALFORMED");
    assertRefused(
        "Bearer " + Issuer.sign(realm.claims("u1", now.minus(Duration.ofHours(2)))),
        "TOKEN_EXPIRED");
    assertRefused("Bearer " + new Issuer("http://else").token("u1"), "INVALID_TOKEN");
  }

  private static void assertRefused(@Nullable String authorization, String code) {
    RequestSpecification request = given();
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    assertContract(request.get("/api/v1/webhooks")).isError(401, code, "AUTHENTICATION_ERROR");
  }

  @ParameterizedTest
  @CsvSource({
    "/health",
    "/api/v1/health",
    "/api/v1/version",
    "/api/v1/frontend/config",
    "/api/v1/auth/login",
    "/api/v1/auth/register",
    "/api/v1/auth/refresh",
  })
  void ignoresBadCredentialsWhereNoneAreNeeded_checklist4(String path) {
    Response response = given().header("Authorization", "Bearer garbage").get(path);
    assertContract(response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.asString()).doesNotContain("garbage");
  }

  @Test
  void forwardsWhatIsTheRequestsAndStripsWhatIsTheConnectionsOrForged() {
    String token = new Issuer(issuer).token("u1");
    Response response =
        given()
            .headers(
                new Headers(
                    new Header("Authorization", "Bearer " + token),
                    new Header("Connection", "keep-alive, X-Private"),
                    new Header("X-Private", "1"),
                    new Header("X-Forwarded-For", "8.8.8.8"),
                    new Header("Forwarded", "for=8.8.8.8"),
                    new Header("X-User-Id", "root"),
                    new Header("X-RateLimit-Remaining", "999999"),
                    new Header("X-HTTP-Method-Override", "DELETE"),
                    new Header("X-Request-ID", ID.toUpperCase(java.util.Locale.ROOT)),
                    new Header(
                        "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
                    new Header("X-Request-Start-Time", "1")))
            .get("/api/v1/webhooks");
    Map<String, java.util.List<String>> seen = response.jsonPath().getMap("headers");
    assertThat(seen)
        .containsEntry("authorization", java.util.List.of("Bearer " + token))
        .containsEntry("x-forwarded-for", java.util.List.of("127.0.0.1"))
        .containsEntry("x-forwarded-proto", java.util.List.of("http"))
        .containsEntry("x-request-id", java.util.List.of(ID))
        .containsEntry("x-request-start-time", java.util.List.of("1"))
        .containsKey("traceparent")
        .doesNotContainKeys("x-private", "forwarded", "x-user-id", "x-http-method-override");
    assertThat(seen.get("x-ratelimit-limit")).containsExactly("1000");
    assertThat(seen.get("x-ratelimit-remaining"))
        .containsExactly(response.header("X-RateLimit-Remaining"))
        .doesNotContain("999999");
    assertThat(response.header("X-Internal")).isNull();
    assertThat(response.header("X-Request-ID")).isEqualTo(ID);
  }

  @Test
  void givesTheClientTheRequestIdThatThePeerReadInTheBody_checklist8() {
    Response response =
        user()
            .header("X-Request-ID", "0f2b8c9e-7d4a-4c1b-9e8f-0a1b2c3d4e5f")
            .body("{\"metadata\":{\"request_id\":\"" + ID + "\"}}")
            .post("/api/v1/templates/execute");
    assertThat(response.getHeaders().getValues("X-Request-ID")).containsExactly(ID);
  }

  /** Protocol 1.6: of several mistakes the first one in the contract's order is told. */
  @Test
  void tellsUnreadableJsonAndVersionsBeforeItAsksWhoCalls_checklist11And19() {
    assertContract(stranger("{\"query\":")).isError(400, "INVALID_FORMAT", "VALIDATION_ERROR");
    assertContract(stranger("{\"metadata\":{\"protocol_version\":\"2.1.0\"}}"))
        .isError(400, "PROTOCOL_VERSION_MISMATCH", "PROTOCOL_VERSION_ERROR");
    assertContract(stranger("{\"protocol_version\":\"1.0.0\"}"))
        .isError(400, "PROTOCOL_VERSION_MISMATCH", "PROTOCOL_VERSION_ERROR");
    JsonPath malformed =
        assertContract(stranger("{\"metadata\":{\"protocol_version\":\"latest\"}}"))
            .isError(400, "INVALID_FORMAT", "VALIDATION_ERROR");
    assertThat(malformed.getString("error.field")).isEqualTo("metadata.protocol_version");
    assertContract(
            given()
                .header("X-Protocol-Version", "2.0.0")
                .contentType("application/json")
                .body("{\"metadata\":{\"protocol_version\":\"3.0.0\"}}")
                .post("/api/v1/templates/execute"))
        .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
    for (String readable : new String[] {"{\"query\":\"\"}", "[]", "7", "{}"}) {
      assertContract(stranger(readable))
          .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
    }
  }

  private static Response stranger(String body) {
    return given().contentType("application/json").body(body).post("/api/v1/templates/execute");
  }

  @Test
  void leavesMetadataOfAdministrationAlone_checklist56() {
    assertContract(
            given()
                .contentType("application/json")
                .body("{\"metadata\":{\"protocol_version\":\"9.0.0\"}}")
                .post("/api/v1/admin/prompts"))
        .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
  }

  @Test
  void refusesACallerUnderTheRequestIdOfTheBody_checklist8() {
    Response refused = stranger("{\"metadata\":{\"request_id\":\"" + ID + "\"}}");
    JsonPath error =
        assertContract(refused).isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
    assertThat(error.getString("error.metadata.request_id")).isEqualTo(ID);
    assertThat(refused.header("X-Request-ID")).isEqualTo(ID);
  }

  @ParameterizedTest
  @CsvSource({"2.1.0", "1.0.0"})
  void refusesVersionsBeforeItAsksWhoCalls_checklist10(String version) {
    assertContract(given().queryParam("protocol_version", version).get("/api/v1/webhooks"))
        .isError(400, "PROTOCOL_VERSION_MISMATCH", "PROTOCOL_VERSION_ERROR");
    assertContract(given().header("X-Protocol-Version", version).get("/api/v1/health"))
        .isError(400, "PROTOCOL_VERSION_MISMATCH", "PROTOCOL_VERSION_ERROR");
  }

  @Test
  void refusesBodiesThatAreTooLarge_checklist19() {
    assertContract(user().body("x".repeat(1_100_000)).post("/api/v1/templates/execute"))
        .isError(413, "VALIDATION_FAILED", "VALIDATION_ERROR");
  }

  @Test
  void answersWhenAPeerIsSlowOrRude() {
    assertContract(user().get("/api/v1/templates/silent"))
        .isError(504, "TIMEOUT", "EXTERNAL_ERROR");
    assertContract(user().get("/api/v1/templates/rude"))
        .isError(502, "EXTERNAL_SERVICE_ERROR", "EXTERNAL_ERROR");
  }

  @Test
  void relaysAnswersWithoutBodies() {
    Response empty = user().delete("/api/v1/admin/nothing");
    assertThat(empty.statusCode()).isEqualTo(204);
    assertContract(empty);
    assertThat(user().head("/api/v1/webhooks").statusCode()).isEqualTo(200);
  }

  @Test
  void isReadyThoughAPeerIsAway_checklist2() {
    JsonPath ready = given().get("/ready").jsonPath();
    assertThat(ready.getString("status")).as(ready.prettify()).isEqualTo("ready");
    assertThat(ready.getString("checks.database")).isEqualTo("ok");
    assertThat(ready.getString("checks.redis")).isEqualTo("ok");
    assertThat(ready.getString("checks.ai_services")).isEqualTo("ok");
    assertThat(ready.getString("checks.batch")).isEqualTo("degraded");
    assertThat(ready.getString("components.batch.message")).contains("batch");
    assertThat(ready.<Object>get("components.redis.latency_ms")).isInstanceOf(Integer.class);
    assertThat(ready.<Object>get("capacity.max_capacity")).isInstanceOf(Integer.class);
  }

  @Test
  void allowsNoOtherOriginUnlessConfigured() {
    Response response =
        given()
            .header("Origin", "https://elsewhere.example")
            .header("Access-Control-Request-Method", "POST")
            .options("/api/v1/webhooks");
    assertThat(response.header("Access-Control-Allow-Origin")).isNull();
  }
}
