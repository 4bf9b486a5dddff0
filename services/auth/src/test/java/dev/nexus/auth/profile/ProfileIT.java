package dev.nexus.auth.profile;

import static dev.nexus.auth.testing.AuthCalls.account;
import static dev.nexus.auth.testing.AuthCalls.as;
import static dev.nexus.auth.testing.AuthCalls.from;
import static dev.nexus.auth.testing.AuthCalls.loggedIn;
import static dev.nexus.auth.testing.AuthCalls.newAddress;
import static dev.nexus.auth.testing.AuthCalls.newEmail;
import static dev.nexus.auth.testing.AuthCalls.newToken;
import static dev.nexus.auth.testing.AuthCalls.profile;
import static dev.nexus.auth.testing.AuthCalls.register;
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
import java.util.List;
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
class ProfileIT {

  private static final String PATH = "/api/v1/users/profile";

  private static JsonPath change(String token, Object body) {
    return assertContract(as(token).body(body).put(PATH)).isEnvelope(200);
  }

  @Test
  void showsTheCallersProfile_checklist29() {
    String email = newEmail();
    String id = registered(email);
    JsonPath profile =
        assertContract(profile(loggedIn(email).getString("data.access_token"))).isEnvelope(200);
    assertThat(profile.getString("data.id")).isEqualTo(id);
    assertThat(profile.getString("data.email")).isEqualTo(email);
    assertThat(profile.getList("data.roles")).isEqualTo(List.of("user"));
    assertThat(profile.getString("data.status")).isEqualTo("active");
    assertThat(profile.<Object>get("data.created_at")).isInstanceOf(Integer.class);
    assertThat(profile.getInt("data.last_login_at"))
        .isGreaterThanOrEqualTo(profile.getInt("data.created_at"));
  }

  @Test
  void leavesOutANameThatIsTooLongForTheContract() {
    String email = "a".repeat(20) + newEmail();
    registered(email);
    JsonPath login = loggedIn(email);
    assertThat(login.<Object>get("data.user.username")).isNull();
    assertThat(login.getString("data.user.email")).isEqualTo(email);
  }

  @Test
  void changesWhatIsSentAndKeepsTheRest_checklist29() {
    String token = newToken();
    JsonPath named = change(token, Map.of("last_name", "X"));
    assertThat(named.getString("data.last_name")).isEqualTo("X");
    assertThat(named.getString("data.first_name")).isEqualTo("Ada");
    JsonPath described = change(token, Map.of("bio", "Counts.\nOften."));
    assertThat(described.getString("data.bio")).isEqualTo("Counts.\nOften.");
    JsonPath both = change(token, Map.of("first_name", "Augusta", "bio", "Counts."));
    assertThat(both.getString("data.bio")).isEqualTo("Counts.");
    JsonPath read = profile(token).jsonPath();
    assertThat(read.getString("data.first_name")).isEqualTo("Augusta");
    assertThat(read.getString("data.last_name")).isEqualTo("X");
    assertThat(read.getString("data.bio")).isEqualTo("Counts.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"first_name\":\"\",\"last_name\":null,\"bio\":\"\"}",
        "{\"metadata\":{\"client_version\":\"2.0.0\"}}",
        "{\"email\":\"other@example.com\",\"roles\":[\"admin\"],\"status\":\"inactive\"}"
      })
  void takesAbsentAndEmptyForUnchanged(String body) {
    String token = newToken();
    JsonPath before = profile(token).jsonPath();
    change(token, body);
    assertThat(profile(token).jsonPath().<Object>get("data")).isEqualTo(before.get("data"));
  }

  @Test
  void keepsTheTenantWhenTheBioChanges() {
    String email = newEmail();
    Map<String, Object> account = account(email);
    account.put("tenant_id", "acme");
    assertContract(register(account)).isEnvelope(201);
    JsonPath login = loggedIn(email);
    change(login.getString("data.access_token"), Map.of("bio", "hi"));
    assertThat(Realm.attribute(login.getString("data.user.id"), "tenant_id")).isEqualTo("acme");
  }

  @ParameterizedTest
  @CsvSource({
    "first_name, 101, FIELD_TOO_LONG",
    "last_name, 101, FIELD_TOO_LONG",
    "bio, 501, FIELD_TOO_LONG",
  })
  void boundsEveryField(String field, int length, String code) {
    JsonPath error =
        assertContract(as(newToken()).body(Map.of(field, "x".repeat(length))).put(PATH))
            .isError(400, code, "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo(field);
  }

  @Test
  void refusesANameThatTheRealmDoesNotTake() {
    JsonPath error =
        assertContract(as(newToken()).body(Map.of("first_name", "<b>")).put(PATH))
            .isError(400, "INVALID_VALUE", "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo("first_name");
  }

  @Test
  void takesABioOfTheFullLength() {
    String bio = "é".repeat(500);
    assertThat(change(newToken(), Map.of("bio", bio)).getString("data.bio")).isEqualTo(bio);
  }

  @Test
  void tellsATokenWhoseUserIsGone() {
    String email = newEmail();
    String id = registered(email);
    String token = loggedIn(email).getString("data.access_token");
    Realm.delete(id);
    assertContract(profile(token)).isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
    assertContract(as(token).body(Map.of("bio", "hi")).put(PATH))
        .isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
  }

  @Test
  void asksForATokenBeforeItLooksAtTheBody_checklist20() {
    assertContract(from(newAddress()).get(PATH))
        .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
    assertContract(from(newAddress()).body(Map.of("bio", "x".repeat(501))).put(PATH))
        .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
    assertContract(profile(Tokens.user("u1")))
        .isError(401, "INVALID_TOKEN", "AUTHENTICATION_ERROR");
  }
}
