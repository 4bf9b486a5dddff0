package dev.nexus.gateway.edge;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.gateway.testing.Issuer;
import dev.nexus.gateway.testing.PeersResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The gateway without Redis and without any peer. */
@QuarkusTest
@WithTestResource(
    value = PeersResource.class,
    initArgs = @ResourceArg(name = "peers", value = "away"))
class AloneIT {

  private final String token =
      new Issuer(ConfigProvider.getConfig().getValue(PeersResource.ISSUER, String.class))
          .token("u1");

  @Test
  void isReadyItselfAndSaysThatThereIsNobodyToRouteTo_checklist2() {
    Response response = given().get("/ready");
    assertContract(response);
    assertThat(response.statusCode()).isEqualTo(200);
    JsonPath ready = response.jsonPath();
    assertThat(ready.getString("status")).isEqualTo("ready");
    assertThat(ready.getString("checks.redis")).isEqualTo("degraded");
    assertThat(ready.getString("checks.routing")).isEqualTo("degraded");
    assertThat(ready.getString("components.routing.message")).isNotEmpty();
    assertThat(ready.getString("checks.ai_services")).isEqualTo("degraded");
    assertThat(given().port(managementPort()).get("/q/health/ready").statusCode())
        .as("what Kubernetes asks")
        .isEqualTo(200);
  }

  @Test
  void isStillHealthy_checklist1() {
    assertThat(given().get("/health").jsonPath().getString("status")).isEqualTo("healthy");
  }

  @Test
  void limitsByItselfAndTellsSoInItsMetrics() {
    for (int i = 0; i < 3; i++) {
      assertContract(limited()).isError(503, "SERVICE_UNAVAILABLE", "EXTERNAL_ERROR");
    }
    assertContract(limited()).isError(429, "RATE_LIMIT_EXCEEDED", "RATE_LIMIT_ERROR");
    String metrics = given().port(managementPort()).get("/q/metrics").asString();
    assertThat(metrics).containsPattern("nexus_rate_limit_fallback_total [1-9]");
  }

  private Response limited() {
    return given().auth().oauth2(token).get("/api/v1/templates/limited");
  }

  private static int managementPort() {
    return ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
  }
}
