package dev.nexus.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.RedisResource;
import dev.nexus.gateway.testing.PeersResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CorsIT.OneOrigin.class)
@WithTestResource(PeersResource.class)
@WithTestResource(RedisResource.class)
class CorsIT {

  private static final String FRIEND = "https://app.example";

  /** One other origin may call. */
  public static final class OneOrigin implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", FRIEND);
    }
  }

  private static Response preflight(String origin) {
    return given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .options("/api/v1/webhooks");
  }

  @Test
  void answersAPreflightBeforeItAsksWhoCalls() {
    Response allowed = preflight(FRIEND);
    assertThat(allowed.statusCode()).isEqualTo(200);
    assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
  }

  @Test
  void turnsOtherOriginsAway() {
    assertThat(preflight("https://foe.example").header("Access-Control-Allow-Origin")).isNull();
  }

  @Test
  void letsScriptsReadTheHeadersOfErrorsToo() {
    Response refused = given().header("Origin", FRIEND).get("/api/v1/webhooks");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
    assertThat(refused.header("Access-Control-Expose-Headers")).contains("X-Request-ID");
  }
}
