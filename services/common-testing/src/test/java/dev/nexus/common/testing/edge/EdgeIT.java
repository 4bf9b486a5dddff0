package dev.nexus.common.testing.edge;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(IdentityResource.class)
class EdgeIT {

  private static final String ID = "3f2b8c9e-7d4a-4c1b-9e8f-0a1b2c3d4e5f";

  private static RequestSpecification user() {
    return given().auth().oauth2(Tokens.user("u1")).contentType("application/json");
  }

  private static Response post(String body) {
    return user().body(body).post("/api/v1/echo");
  }

  @Test
  void echoesTheRequestIdOfTheBody_checklist8() {
    JsonPath body =
        assertContract(post("{\"a\":1,\"metadata\":{\"request_id\":\"" + ID + "\"}}"))
            .isEnvelope(200);
    assertThat(body.getString("metadata.request_id")).isEqualTo(ID);
  }

  @Test
  void answersJsonWhateverIsAccepted() {
    for (String path : new String[] {"/health", "/ready", "/api/v1/public"}) {
      Response response = given().accept("text/html").get(path);
      assertThat(response.contentType()).startsWith("application/json");
      assertThat(response.jsonPath().<Object>get("$")).isNotNull();
    }
  }

  @Test
  void answersAClientThatWouldRatherSpeakHttp2() throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/health"))
              .build();
      assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void replacesAnIllFormedRequestIdHeader() {
    Response response = user().header("X-Request-ID", "req-1").get("/api/v1/public");
    assertContract(response).isEnvelope(200);
  }

  @ParameterizedTest
  @CsvSource({"2.1.0", "1.0.0", "3.0.0"})
  void refusesVersionsItDoesNotServeBeforeAuthentication_checklist10(String version) {
    JsonPath body =
        assertContract(given().queryParam("protocol_version", version).get("/api/v1/caller"))
            .isError(400, "PROTOCOL_VERSION_MISMATCH", "PROTOCOL_VERSION_ERROR");
    assertThat(body.getString("error.metadata.supported_versions")).isEqualTo("2.0.x");
  }

  @Test
  void servesPatchVersionsAndLetsQueryBeatHeaderBeatBody_checklist11() {
    String old = "{\"metadata\":{\"protocol_version\":\"1.0.0\"}}";
    assertContract(post(old)).isError(400, "PROTOCOL_VERSION_MISMATCH", "PROTOCOL_VERSION_ERROR");
    assertContract(user().header("X-Protocol-Version", "2.0.1").body(old).post("/api/v1/echo"))
        .isEnvelope(200);
    assertContract(
            user()
                .header("X-Protocol-Version", "1.0.0")
                .queryParam("protocol_version", "2.0.0")
                .body(old)
                .post("/api/v1/echo"))
        .isEnvelope(200);
  }

  @Test
  void callsAMalformedVersionByItsName() {
    assertContract(given().header("X-Protocol-Version", "latest").get("/health"))
        .isError(400, "INVALID_FORMAT", "VALIDATION_ERROR");
  }

  @Test
  void unwrapsTheStrictShapeOnly_checklist13And46() {
    JsonPath strict = post("{\"metadata\":{},\"data\":{\"query\":\"x\"}}").jsonPath();
    assertThat(strict.getString("data.query")).isEqualTo("x");
    JsonPath flat = post("{\"event_type\":\"e\",\"data\":{\"k\":1}}").jsonPath();
    assertThat(flat.getInt("data.data.k")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "request_id,req-123,VALIDATION_FAILED",
    "protocol_version,v2,INVALID_FORMAT",
    "client_version,one,VALIDATION_FAILED",
  })
  void namesTheMalformedMetadataField(String field, String value, String code) {
    JsonPath body =
        assertContract(post("{\"metadata\":{\"%s\":\"%s\"}}".formatted(field, value)))
            .isError(400, code, "VALIDATION_ERROR");
    assertThat(body.getString("error.field")).isEqualTo("metadata." + field);
  }

  @Test
  void leavesAMapNamedMetadataAlone_checklist56() {
    JsonPath message = post("{\"metadata\":{\"mood\":\"good\"}}").jsonPath();
    assertThat(message.getString("data.metadata.mood")).isEqualTo("good");
    Response admin =
        given()
            .auth()
            .oauth2(Tokens.admin("a"))
            .contentType("application/json")
            .body("{\"metadata\":{\"request_id\":\"mine\"}}")
            .post("/api/v1/admin/things");
    assertThat(admin.statusCode()).isEqualTo(200);
  }

  @Test
  void answersUnreadableOversizedAndMistypedBodiesInItsOwnWords_checklist19() {
    assertContract(post("{\"a\":")).isError(400, "INVALID_FORMAT", "VALIDATION_ERROR");
    assertContract(post("{\"a\":\"" + "x".repeat(1_100_000) + "\"}"))
        .isError(413, "VALIDATION_FAILED", "VALIDATION_ERROR");
    assertContract(
            user().body("{\"query_text\":\"q\",\"count\":\"many\"}").post("/api/v1/question"))
        .isError(400, "INVALID_VALUE", "VALIDATION_ERROR");
  }

  @Test
  void answersABodyInNoEncodingOfJson_checklist19() {
    byte[] neither = {0, 0, 0x7B, 0};
    assertContract(user().body(neither).post("/api/v1/echo"))
        .isError(400, "INVALID_FORMAT", "VALIDATION_ERROR");
  }

  @Test
  void namesTheInvalidFieldInTheWiresSpelling_checklist17() {
    JsonPath body =
        assertContract(user().body("{\"query_text\":\"\"}").post("/api/v1/question"))
            .isError(400, "VALIDATION_FAILED", "VALIDATION_ERROR");
    assertThat(body.getString("error.field")).isEqualTo("query_text");
  }

  @Test
  void answersUnknownRoutesAndMethodsInItsOwnWords_checklist19() {
    assertContract(user().get("/api/v1/nowhere")).isError(404, "ENDPOINT_NOT_FOUND", "NOT_FOUND");
    assertContract(user().put("/api/v1/echo"))
        .isError(405, "VALIDATION_FAILED", "VALIDATION_ERROR");
  }

  @Test
  void hidesWhatBroke() {
    JsonPath body =
        assertContract(user().get("/api/v1/broken"))
            .isError(500, "INTERNAL_ERROR", "INTERNAL_ERROR");
    assertThat(body.getString("error.message")).doesNotContain("secret");
  }

  @Test
  void tellsWhyATokenIsRefused_checklist20() {
    assertRefused(null, "AUTHENTICATION_FAILED");
    assertRefused("garbage", "TOKEN_MALFORMED");
    assertRefused(Tokens.expired("u1"), "TOKEN_EXPIRED");
    assertRefused(Tokens.forged("u1"), "INVALID_TOKEN");
    assertRefused(Tokens.foreignAudience("u1"), "INVALID_TOKEN");
  }

  private static void assertRefused(String token, String code) {
    RequestSpecification request = given();
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    assertContract(request.get("/api/v1/caller")).isError(401, code, "AUTHENTICATION_ERROR");
  }

  @Test
  void refusesAUserWhatIsTheAdministrators_checklist20() {
    assertContract(user().body("{}").post("/api/v1/admin/things"))
        .isError(403, "INSUFFICIENT_PERMISSIONS", "AUTHORIZATION_ERROR");
  }

  @Test
  void ignoresBadCredentialsWhereNoneAreNeeded_checklist4() {
    assertContract(given().header("Authorization", "Bearer garbage").get("/api/v1/public"))
        .isEnvelope(200);
    assertThat(given().header("Authorization", "Bearer garbage").get("/health").statusCode())
        .isEqualTo(200);
  }

  @Test
  void tellsWhoCalls() {
    JsonPath body =
        given().auth().oauth2(Tokens.user("u7", "acme")).get("/api/v1/caller").jsonPath();
    assertThat(body.getString("data.id")).isEqualTo("u7");
    assertThat(body.getString("data.tenant_id")).isEqualTo("acme");
    assertThat(body.getList("data.roles")).contains("user");
  }

  @Test
  void takesGetAndDeleteWithAJsonTypeAndNoBody_checklist5() {
    assertContract(user().get("/api/v1/caller")).isEnvelope(200);
    assertContract(user().delete("/api/v1/echo")).isEnvelope(200);
  }

  @ParameterizedTest
  @CsvSource({"/health", "/api/v1/health"})
  void showsItsHealthBare_checklist1(String path) {
    Response response = given().get(path);
    assertContract(response);
    assertThat(response.jsonPath().getString("status")).isEqualTo("healthy");
    assertThat(response.jsonPath().getString("timestamp")).endsWith("Z");
    assertThat(response.jsonPath().<Object>get("data")).isNull();
  }

  @Test
  void showsReadinessWithCapacity_checklist2() {
    JsonPath ready = given().get("/ready").jsonPath();
    assertThat(ready.getString("status")).isEqualTo("ready");
    assertThat(ready.<Object>get("capacity.max_capacity")).isInstanceOf(Integer.class);
    assertThat(ready.<Object>get("capacity.active_connections")).isInstanceOf(Integer.class);
  }

  @Test
  void saysInItsHeadersTooThatItIsNotReady_checklist2() {
    SwitchedCheck.UP.set(false);
    try {
      Response response = given().get("/ready");
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.jsonPath().getString("error.code")).isEqualTo("SERVICE_UNAVAILABLE");
      assertThat(response.header("X-Error-Code")).isEqualTo("SERVICE_UNAVAILABLE");
      assertThat(response.header("X-Error-Type"))
          .isEqualTo(response.jsonPath().getString("error.type"));
    } finally {
      SwitchedCheck.UP.set(true);
    }
  }

  @Test
  void passesOnTheGatewaysRateLimit() {
    JsonPath body =
        user()
            .header("X-RateLimit-Limit", "1000")
            .header("X-RateLimit-Remaining", "998")
            .header("X-RateLimit-Reset", "1790000000")
            .get("/api/v1/caller")
            .jsonPath();
    assertThat(body.getInt("metadata.rate_limit_info.remaining")).isEqualTo(998);
  }
}
