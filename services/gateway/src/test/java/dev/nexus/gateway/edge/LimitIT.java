package dev.nexus.gateway.edge;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nexus.common.testing.RedisResource;
import dev.nexus.gateway.testing.Issuer;
import dev.nexus.gateway.testing.PeersResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PeersResource.class)
@WithTestResource(RedisResource.class)
class LimitIT {

  private final Issuer issuer =
      new Issuer(ConfigProvider.getConfig().getValue(PeersResource.ISSUER, String.class));

  private Response get(String user, String path) {
    return given().auth().oauth2(issuer.token(user)).get(path);
  }

  @Test
  void refusesWhatExceedsTheLimitAndSaysWhenToComeBack_checklist22() {
    for (int left = 2; left >= 0; left--) {
      Response passed = get("many", "/api/v1/templates/limited");
      assertThat(passed.statusCode()).isEqualTo(200);
      assertThat(passed.header("X-RateLimit-Limit")).isEqualTo("3");
      assertThat(passed.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(left));
      assertThat(passed.jsonPath().getString("headers.'x-ratelimit-remaining'[0]"))
          .isEqualTo(Integer.toString(left));
    }
    Response refused = get("many", "/api/v1/templates/limited");
    JsonPath error =
        assertContract(refused).isError(429, "RATE_LIMIT_EXCEEDED", "RATE_LIMIT_ERROR");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1_000, 1_200);
    assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(error.getString("error.metadata.limit")).isEqualTo("3");
    assertThat(Instant.parse(error.getString("error.metadata.reset_at")).getEpochSecond())
        .isEqualTo(Long.parseLong(refused.header("X-RateLimit-Reset")));
    assertThat(get("other", "/api/v1/templates/limited").statusCode()).isEqualTo(200);
    assertThat(get("many", "/api/v1/webhooks").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesUnderTheRequestIdOfTheBody_checklist8() {
    String id = "3f2b8c9e-7d4a-4c1b-9e8f-0a1b2c3d4e5f";
    Response refused = null;
    for (int i = 0; i < 4; i++) {
      refused =
          given()
              .auth()
              .oauth2(issuer.token("named"))
              .contentType("application/json")
              .header("X-Request-ID", "0f2b8c9e-7d4a-4c1b-9e8f-0a1b2c3d4e5f")
              .body("{\"metadata\":{\"request_id\":\"" + id + "\"}}")
              .post("/api/v1/templates/limited");
    }
    JsonPath error =
        assertContract(Objects.requireNonNull(refused))
            .isError(429, "RATE_LIMIT_EXCEEDED", "RATE_LIMIT_ERROR");
    assertThat(error.getString("error.metadata.request_id")).isEqualTo(id);
    assertThat(refused.header("X-Request-ID")).isEqualTo(id);
  }

  @Test
  void letsTheCallerPassAgainWhenItHasWaited_checklist22() {
    Response refused =
        await()
            .atMost(Duration.ofSeconds(20))
            .pollInterval(Duration.ofMillis(1))
            .until(
                () -> get("hasty", "/api/v1/templates/brief"),
                answer -> answer.statusCode() == 429);
    int seconds = Integer.parseInt(refused.header("Retry-After"));
    assertThat(seconds).isBetween(1, 3);
    await()
        .pollDelay(Duration.ofSeconds(seconds))
        .atMost(Duration.ofSeconds(20))
        .until(() -> get("hasty", "/api/v1/templates/brief").statusCode() == 200);
  }

  @Test
  void limitsLoginByAddressButLetsTwentyAMinutePass() {
    for (int i = 0; i < 20; i++) {
      Response login = given().body("{}").post("/api/v1/auth/login");
      assertThat(login.statusCode()).isEqualTo(200);
      assertThat(login.header("X-RateLimit-Limit")).isEqualTo("120");
    }
  }

  @Test
  void tellsItsMetricsByTheContractsNames() {
    get("counted", "/api/v1/webhooks");
    int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
    String metrics = given().port(port).get("/q/metrics").asString();
    assertThat(metrics)
        .contains("nexus_requests_total{status=\"200\"}")
        .contains("nexus_requests_duration_seconds_bucket{le=")
        .contains("nexus_rate_limit_remaining{limit=\"default\"}")
        .contains("nexus_gateway_route_duration_seconds_count{outcome=\"2xx\",route=\"webhooks\"}")
        .contains("nexus_rate_limit_fallback_total")
        .doesNotContain("/api/v1/webhooks");
    assertThat(given().port(port).get("/metrics").asString())
        .as("also where the contract has them")
        .contains("nexus_requests_total{status=\"200\"}");
  }
}
