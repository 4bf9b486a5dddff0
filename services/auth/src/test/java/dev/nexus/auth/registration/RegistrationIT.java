package dev.nexus.auth.registration;

import static dev.nexus.auth.testing.AuthCalls.PASSWORD;
import static dev.nexus.auth.testing.AuthCalls.account;
import static dev.nexus.auth.testing.AuthCalls.loggedIn;
import static dev.nexus.auth.testing.AuthCalls.newEmail;
import static dev.nexus.auth.testing.AuthCalls.register;
import static dev.nexus.auth.testing.AuthCalls.registered;
import static dev.nexus.common.testing.ContractAssert.assertContract;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.auth.testing.KeycloakResource;
import dev.nexus.auth.testing.Rows;
import dev.nexus.common.testing.PostgresResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(KeycloakResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "auth"))
class RegistrationIT {

  @Inject AgroalDataSource database;

  @Test
  void makesAnAccountOnce_checklist26() {
    Map<String, Object> account = account(newEmail());
    JsonPath made = assertContract(register(account)).isEnvelope(201);
    assertThat(made.getString("data.user_id")).isNotBlank();
    assertThat(made.getString("data.message")).isNotBlank();
    assertThat(made.<Object>get("data.verification_required")).isEqualTo(false);
    JsonPath again =
        assertContract(register(account)).isError(409, "DUPLICATE_RESOURCE", "CONFLICT");
    assertThat(again.getString("error.field")).isEqualTo("email");
  }

  @Test
  void takesARequestIdThatIsUsedAgainForASecondAttempt_checklist26() {
    Map<String, Object> account = account(newEmail());
    account.put("metadata", Map.of("request_id", UUID.randomUUID().toString()));
    assertContract(register(account)).isEnvelope(201);
    assertContract(register(account)).isError(409, "DUPLICATE_RESOURCE", "CONFLICT");
  }

  @Test
  void tellsOfAnAccountThatCannotBeRecorded() {
    Rows.execute(
        database,
        "alter table audit_event add constraint broken check (kind <> 'REGISTERED') not valid");
    try {
      String email = newEmail();
      registered(email);
      loggedIn(email);
    } finally {
      Rows.execute(database, "alter table audit_event drop constraint broken");
    }
  }

  @Test
  void knowsAnEmailInAnyCase() {
    String email = newEmail();
    registered(email.toUpperCase(java.util.Locale.ROOT));
    assertContract(register(account(email))).isError(409, "DUPLICATE_RESOURCE", "CONFLICT");
    assertThat(loggedIn(email).getString("data.user.email")).isEqualTo(email);
  }

  @Test
  void takesTheStrictShapeAndUnknownFields_checklist13And15() {
    Map<String, Object> account = account(newEmail());
    account.put("favourite_colour", "green");
    assertContract(register(Map.of("metadata", Map.of("client_version", "1.0.0"), "data", account)))
        .isEnvelope(201);
  }

  @Test
  void putsTheTenantIntoTheUsersTokens() {
    String email = newEmail();
    Map<String, Object> account = account(email);
    account.put("tenant_id", "enterprise-company-abc");
    assertContract(register(account)).isEnvelope(201);
    assertThat(claims(email).getString("tenant_id")).isEqualTo("enterprise-company-abc");
  }

  @Test
  void leavesAUserWithoutATenantToTheDefaultOne() {
    String email = newEmail();
    registered(email);
    JsonPath claims = claims(email);
    assertThat(claims.<Object>get("tenant_id")).isNull();
    assertThat(claims.getString("iss")).isEqualTo("https://login.nexus.test/realms/nexus");
    assertThat(claims.getList("aud")).contains("nexus");
  }

  private static JsonPath claims(String email) {
    String token = loggedIn(email).getString("data.access_token");
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return JsonPath.from(new String(claims, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "email, not-an-address, INVALID_FORMAT",
    "email, a@@b.example, INVALID_FORMAT",
    "email, a@b..example, INVALID_VALUE",
    "password, short, FIELD_TOO_SHORT",
    "password, '', VALIDATION_FAILED",
    "first_name, '', VALIDATION_FAILED",
    "first_name, <script>, INVALID_VALUE",
    "last_name, '', VALIDATION_FAILED",
  })
  void namesWhatIsWrong(String field, String value, String code) {
    Map<String, Object> account = account(newEmail());
    account.put(field, value);
    JsonPath error = assertContract(register(account)).isError(400, code, "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "first_name, 101",
    "last_name, 101",
    "tenant_id, 101",
    "email, 255",
    "password, 1001"
  })
  void boundsEveryField(String field, int length) {
    Map<String, Object> account = account(newEmail());
    account.put(field, "x".repeat(length));
    JsonPath error =
        assertContract(register(account)).isError(400, "FIELD_TOO_LONG", "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo(field);
  }

  @Test
  void asksForABody() {
    assertContract(register("")).isError(400, "VALIDATION_FAILED", "VALIDATION_ERROR");
    assertContract(register("{\"email\":")).isError(400, "INVALID_FORMAT", "VALIDATION_ERROR");
  }

  @Test
  void takesThePasswordOfTheExamples() {
    assertThat(PASSWORD).isEqualTo("password123");
    registered(newEmail());
  }
}
