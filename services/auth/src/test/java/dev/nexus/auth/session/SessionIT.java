package dev.nexus.auth.session;

import static dev.nexus.auth.testing.AuthCalls.PASSWORD;
import static dev.nexus.auth.testing.AuthCalls.account;
import static dev.nexus.auth.testing.AuthCalls.as;
import static dev.nexus.auth.testing.AuthCalls.from;
import static dev.nexus.auth.testing.AuthCalls.loggedIn;
import static dev.nexus.auth.testing.AuthCalls.login;
import static dev.nexus.auth.testing.AuthCalls.newAddress;
import static dev.nexus.auth.testing.AuthCalls.newEmail;
import static dev.nexus.auth.testing.AuthCalls.profile;
import static dev.nexus.auth.testing.AuthCalls.refresh;
import static dev.nexus.auth.testing.AuthCalls.registered;
import static dev.nexus.common.testing.ContractAssert.assertContract;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.auth.testing.KeycloakResource;
import dev.nexus.auth.testing.Realm;
import dev.nexus.common.testing.PostgresResource;
import dev.nexus.common.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KeycloakResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "auth"))
class SessionIT {

  private static final String LOGIN = "/api/v1/auth/login";
  private static final String REFRESH = "/api/v1/auth/refresh";
  private static final String LOGOUT = "/api/v1/auth/logout";

  private final String email = newEmail();

  @Test
  void logsInRightAfterRegistration_checklist27() {
    String id = registered(email);
    JsonPath login = loggedIn(email);
    assertThat(login.getString("data.access_token")).hasSizeGreaterThanOrEqualTo(20);
    assertThat(login.getString("data.refresh_token")).isNotBlank();
    assertThat(login.getString("data.token_type")).isEqualTo("Bearer");
    assertThat(login.<Object>get("data.expires_in")).isEqualTo(3600);
    assertThat(login.getString("data.user.id")).isEqualTo(id);
    assertThat(login.getString("data.user.email")).isEqualTo(email);
    assertThat(login.getString("data.user.first_name")).isEqualTo("Ada");
    assertThat(login.getString("data.user.last_name")).isEqualTo("Lovelace");
    assertThat(login.getString("data.user.status")).isEqualTo("active");
    assertThat(login.getList("data.user.roles")).isEqualTo(List.of("user"));
    assertThat(login.<Object>get("data.user.created_at")).isInstanceOf(Integer.class);
    assertThat(login.<Object>get("data.user.last_login_at")).isInstanceOf(Integer.class);
  }

  @Test
  void takesTheUserNameToo() {
    String name = "grace-" + System.nanoTime();
    Realm.createUser(name, email, PASSWORD);
    JsonPath byName =
        assertContract(
                from(newAddress()).body(Map.of("username", name, "password", PASSWORD)).post(LOGIN))
            .isEnvelope(200);
    assertThat(byName.getString("data.user.username")).isEqualTo(name);
    assertContract(login(newAddress(), name, PASSWORD)).isEnvelope(200);
    assertContract(login(newAddress(), email.toUpperCase(Locale.ROOT), PASSWORD)).isEnvelope(200);
  }

  @Test
  void letsTheFirstAdministratorInLikeAnyoneElse() {
    JsonPath login =
        assertContract(login(newAddress(), "admin@nexus.local", "nexus-dev-admin")).isEnvelope(200);
    assertThat(login.getList("data.user.roles")).isEqualTo(List.of("admin", "user"));
  }

  @Test
  void refusesEveryKindOfBadCredentialsInTheSameWords_checklist27() {
    String id = registered(email);
    String wrong = refusal(login(newAddress(), email, "wrong-password"));
    assertThat(refusal(login(newAddress(), newEmail(), PASSWORD))).isEqualTo(wrong);
    assertThat(refusal(login(newAddress(), "nobody", "x"))).isEqualTo(wrong);
    Realm.disable(id);
    assertThat(refusal(login(newAddress(), email, PASSWORD))).isEqualTo(wrong);
  }

  private static String refusal(Response response) {
    JsonPath error =
        assertContract(response).isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
    assertThat(error.<Object>get("error.field")).isNull();
    assertThat(error.<Object>get("error.details")).isNull();
    return error.getString("error.message");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"password\":\"x\"}', email",
    "'{\"email\":\"\",\"password\":\"x\"}', email",
    "'{\"email\":\"a@ex.com\"}', password",
    "'{\"email\":\"a@ex.com\",\"password\":\"\"}', password",
  })
  void asksForNameAndPassword(String body, String field) {
    JsonPath error =
        assertContract(from(newAddress()).body(body).post(LOGIN))
            .isError(400, "VALIDATION_FAILED", "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo(field);
  }

  @Test
  void refreshesAgainAndAgainWithTheSameToken_checklist28() {
    registered(email);
    String token = loggedIn(email).getString("data.refresh_token");
    for (int i = 0; i < 3; i++) {
      JsonPath fresh = assertContract(refresh(token)).isEnvelope(200);
      assertThat(fresh.getString("data.access_token")).hasSizeGreaterThanOrEqualTo(20);
      assertThat(fresh.getString("data.token_type")).isEqualTo("Bearer");
      assertThat(fresh.<Object>get("data.expires_in")).isEqualTo(3600);
      assertThat(fresh.<Object>get("data.refresh_token")).isNull();
      assertContract(profile(fresh.getString("data.access_token"))).isEnvelope(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "a.b.c", "%00&grant_type=password"})
  void refusesARefreshTokenThatIsNone(String token) {
    assertContract(refresh(token)).isError(401, "INVALID_TOKEN", "AUTHENTICATION_ERROR");
  }

  @Test
  void refusesAnAccessTokenAsARefreshToken() {
    registered(email);
    assertContract(refresh(loggedIn(email).getString("data.access_token")))
        .isError(401, "INVALID_TOKEN", "AUTHENTICATION_ERROR");
  }

  @Test
  void asksForARefreshToken() {
    JsonPath error =
        assertContract(from(newAddress()).body("{}").post(REFRESH))
            .isError(400, "VALIDATION_FAILED", "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo("refresh_token");
  }

  @Test
  void ignoresABadAuthorizationWhereNoneIsNeeded_checklist28() {
    for (String bad : List.of("garbage", Tokens.expired("u1"), Tokens.forged("u1"))) {
      String mine = newEmail();
      assertContract(as(bad).body(account(mine)).post("/api/v1/auth/register")).isEnvelope(201);
      JsonPath login =
          assertContract(as(bad).body(Map.of("email", mine, "password", PASSWORD)).post(LOGIN))
              .isEnvelope(200);
      String token = login.getString("data.refresh_token");
      assertContract(as(bad).body(Map.of("refresh_token", token)).post(REFRESH)).isEnvelope(200);
    }
  }

  @Test
  void endsTheCallersSessionOnly() {
    registered(email);
    JsonPath first = loggedIn(email);
    JsonPath second = loggedIn(email);
    JsonPath out =
        assertContract(as(first.getString("data.access_token")).post(LOGOUT)).isEnvelope(200);
    assertThat(out.getString("data.status")).isEqualTo("logged_out");
    assertContract(refresh(first.getString("data.refresh_token")))
        .isError(401, "INVALID_TOKEN", "AUTHENTICATION_ERROR");
    assertContract(refresh(second.getString("data.refresh_token"))).isEnvelope(200);
    assertContract(as(first.getString("data.access_token")).post(LOGOUT)).isEnvelope(200);
  }

  @Test
  void endsTheSessionOfARefreshTokenThatIsHandedIn() {
    registered(email);
    JsonPath first = loggedIn(email);
    JsonPath second = loggedIn(email);
    String handedIn = second.getString("data.refresh_token");
    assertContract(
            as(first.getString("data.access_token"))
                .body(Map.of("refresh_token", handedIn))
                .post(LOGOUT))
        .isEnvelope(200);
    for (JsonPath login : List.of(first, second)) {
      assertContract(refresh(login.getString("data.refresh_token")))
          .isError(401, "INVALID_TOKEN", "AUTHENTICATION_ERROR");
    }
  }

  @Test
  void takesAHandedInTokenThatIsNoneForAnEndedSession() {
    registered(email);
    assertContract(
            as(loggedIn(email).getString("data.access_token"))
                .body(Map.of("refresh_token", "garbage"))
                .post(LOGOUT))
        .isEnvelope(200);
  }

  @Test
  void letsOnlyUsersLogOut_checklist20() {
    assertContract(from(newAddress()).post(LOGOUT))
        .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
    assertContract(as("garbage").post(LOGOUT))
        .isError(401, "TOKEN_MALFORMED", "AUTHENTICATION_ERROR");
    assertContract(as(Tokens.user("u1")).post(LOGOUT))
        .isError(401, "INVALID_TOKEN", "AUTHENTICATION_ERROR");
  }

  @Test
  void refusesTheRefreshOfADisabledUser() {
    String id = registered(email);
    String token = loggedIn(email).getString("data.refresh_token");
    Realm.disable(id);
    assertContract(refresh(token)).isError(401, "INVALID_TOKEN", "AUTHENTICATION_ERROR");
  }
}
