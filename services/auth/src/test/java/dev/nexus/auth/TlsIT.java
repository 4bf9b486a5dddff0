package dev.nexus.auth;

import static dev.nexus.auth.testing.AuthCalls.account;
import static dev.nexus.auth.testing.AuthCalls.loggedIn;
import static dev.nexus.auth.testing.AuthCalls.newEmail;
import static dev.nexus.auth.testing.AuthCalls.refresh;
import static dev.nexus.auth.testing.AuthCalls.register;
import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nexus.auth.testing.TlsKeycloakResource;
import dev.nexus.common.testing.PostgresResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** An external Keycloak over TLS, as the operator configures it. */
@QuarkusTest
@WithTestResource(TlsKeycloakResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "auth"))
class TlsIT {

  private final Path mount =
      Path.of(ConfigProvider.getConfig().getValue(TlsKeycloakResource.MOUNT, String.class));

  @Test
  void trustsWhomItIsToldToAndTakesANewAuthorityWithoutRestart_checklist3() {
    Map<String, Object> account = account(newEmail());
    assertContract(register(account)).isError(503, "SERVICE_UNAVAILABLE", "EXTERNAL_ERROR");
    Response stranger = given().get("/ready");
    assertThat(stranger.statusCode()).isEqualTo(503);
    assertThat(stranger.jsonPath().getString("error.code")).isEqualTo("SERVICE_UNAVAILABLE");
    assertThat(stranger.jsonPath().getString("checks.keycloak")).isEqualTo("unhealthy");
    TlsKeycloakResource.trust(mount, "keycloak");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(given().get("/ready").statusCode()).isEqualTo(200));
    assertContract(register(account)).isEnvelope(201);
    JsonPath login = loggedIn(String.valueOf(account.get("email")));
    assertContract(refresh(login.getString("data.refresh_token"))).isEnvelope(200);
  }
}
