package dev.nexus.auth;

import static dev.nexus.auth.testing.AuthCalls.PASSWORD;
import static dev.nexus.auth.testing.AuthCalls.account;
import static dev.nexus.auth.testing.AuthCalls.as;
import static dev.nexus.auth.testing.AuthCalls.loggedIn;
import static dev.nexus.auth.testing.AuthCalls.login;
import static dev.nexus.auth.testing.AuthCalls.newAddress;
import static dev.nexus.auth.testing.AuthCalls.newEmail;
import static dev.nexus.auth.testing.AuthCalls.profile;
import static dev.nexus.auth.testing.AuthCalls.refresh;
import static dev.nexus.auth.testing.AuthCalls.register;
import static dev.nexus.auth.testing.AuthCalls.registered;
import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.auth.testing.KeycloakResource;
import dev.nexus.auth.testing.Relay;
import dev.nexus.auth.testing.Relay.Mode;
import dev.nexus.common.testing.PostgresResource;
import dev.nexus.common.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keycloak goes away and comes back. */
@QuarkusTest
@WithTestResource(KeycloakResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "auth"))
class OutageIT {

  /** A connection and an answer are waited for, 2 s and 5 s, and a machine may be slow. */
  private static final long BOUND_MILLIS = 8_500;

  private final String email = newEmail();

  @AfterEach
  void bringKeycloakBack() {
    Relay.mode(Mode.PASS);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"REFUSE", "SILENT"})
  void answersClearlyAndInTimeWhileTokensKeepValidating(Mode mode) {
    registered(email);
    JsonPath login = loggedIn(email);
    String token = login.getString("data.access_token");
    assertContract(profile(token)).isEnvelope(200);
    given().get("/ready");
    Relay.mode(mode);
    assertUnavailable(login(newAddress(), email, PASSWORD));
    assertUnavailable(register(account(newEmail())));
    assertUnavailable(refresh(login.getString("data.refresh_token")));
    assertUnavailable(profile(token));
    assertUnavailable(as(token).post("/api/v1/auth/logout"));
    assertThatTokensAreToldApart(token);
    JsonPath ready = assertReady(200);
    assertThat(ready.getString("checks.keycloak")).isEqualTo("degraded");
    assertThat(ready.getString("checks.database")).isEqualTo("ok");
    Relay.mode(Mode.PASS);
    assertContract(refresh(login.getString("data.refresh_token"))).isEnvelope(200);
    assertContract(profile(token)).isEnvelope(200);
    assertThat(assertReady(200).getString("checks.keycloak")).isEqualTo("ok");
  }

  private static void assertUnavailable(Response response) {
    JsonPath error = assertContract(response).isError(503, "SERVICE_UNAVAILABLE", "EXTERNAL_ERROR");
    assertThat(error.getString("error.message")).startsWith("The identity provider cannot be used");
    assertThat(response.time()).isLessThan(BOUND_MILLIS);
  }

  /** A good token comes as far as the check of the body, another does not. */
  private static void assertThatTokensAreToldApart(String token) {
    Map<String, String> tooLong = Map.of("bio", "x".repeat(501));
    assertContract(as(token).body(tooLong).put("/api/v1/users/profile"))
        .isError(400, "FIELD_TOO_LONG", "VALIDATION_ERROR");
    assertContract(as("garbage").body(tooLong).put("/api/v1/users/profile"))
        .isError(401, "TOKEN_MALFORMED", "AUTHENTICATION_ERROR");
    String own = token.substring(0, token.lastIndexOf('.'));
    String foreign = Tokens.user("u1");
    assertContract(
            as(own + foreign.substring(foreign.lastIndexOf('.')))
                .body(tooLong)
                .put("/api/v1/users/profile"))
        .isError(401, "INVALID_TOKEN", "AUTHENTICATION_ERROR");
  }

  private static JsonPath assertReady(int status) {
    Response ready = given().get("/ready");
    assertThat(ready.statusCode()).isEqualTo(status);
    return ready.jsonPath();
  }
}
