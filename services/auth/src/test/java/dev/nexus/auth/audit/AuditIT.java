package dev.nexus.auth.audit;

import static dev.nexus.auth.testing.AuthCalls.PASSWORD;
import static dev.nexus.auth.testing.AuthCalls.as;
import static dev.nexus.auth.testing.AuthCalls.loggedIn;
import static dev.nexus.auth.testing.AuthCalls.login;
import static dev.nexus.auth.testing.AuthCalls.newAddress;
import static dev.nexus.auth.testing.AuthCalls.newEmail;
import static dev.nexus.auth.testing.AuthCalls.refresh;
import static dev.nexus.auth.testing.AuthCalls.registered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.auth.origin.Origin;
import dev.nexus.auth.testing.KeycloakResource;
import dev.nexus.auth.testing.Rows;
import dev.nexus.common.testing.PostgresResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KeycloakResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "auth"))
class AuditIT {

  private static final String EVENTS =
      "select kind || ' ' || coalesce(account, '-') || ' ' || detail from audit_event"
          + " where user_id = ? order by id";

  @Inject AgroalDataSource database;
  @Inject AuditStore store;

  private final String email = newEmail();

  @Test
  void recordsWhatHappensToAnAccount() {
    String id = registered(email);
    JsonPath login = loggedIn(email);
    refresh(login.getString("data.refresh_token"));
    as(login.getString("data.access_token"))
        .body(Map.of("bio", "hi", "last_name", "X"))
        .put("/api/v1/users/profile");
    as(login.getString("data.access_token")).post("/api/v1/auth/logout");
    assertThat(Rows.of(database, EVENTS, id))
        .containsExactly(
            "REGISTERED " + email + " ",
            "LOGIN_SUCCEEDED " + email + " ",
            "TOKEN_REFRESHED - ",
            "PROFILE_CHANGED - last_name,bio",
            "LOGGED_OUT - ");
  }

  @Test
  void recordsFromWhereAndForWhichRequest() {
    String address = newAddress();
    Response refused = login(address, email, "wrong-password");
    assertThat(
            Rows.of(
                database, "select kind || request_id from audit_event where address = ?", address))
        .containsExactly("LOGIN_FAILED" + refused.header("X-Request-ID"));
  }

  @Test
  void namesTheAccountOfAFailedLoginOnlyIfItIsOne() {
    String known = newAddress();
    registered(email);
    login(known, email, "wrong-password");
    assertThat(accountsFrom(known)).containsExactly(email);
    String unknown = newAddress();
    login(unknown, "hunter2-hunter2", "x");
    assertThat(accountsFrom(unknown)).containsExactly((String) null);
  }

  private List<String> accountsFrom(String address) {
    return Rows.of(
        database,
        "select account from audit_event where kind = 'LOGIN_FAILED' and address = ?",
        address);
  }

  @Test
  void storesNoSecretAnywhere() {
    registered(email);
    JsonPath login = loggedIn(email);
    login(newAddress(), email, "wrong-" + PASSWORD);
    refresh(login.getString("data.refresh_token"));
    refresh("garbage-" + PASSWORD);
    String all =
        Rows.of(database, "select row_to_json(e)::text from audit_event e")
            + " "
            + Rows.of(database, "select row_to_json(f)::text from login_failure f");
    assertThat(all)
        .contains(email)
        .doesNotContain(PASSWORD)
        .doesNotContain(login.getString("data.refresh_token"))
        .doesNotContain(login.getString("data.access_token"));
  }

  @Test
  void forgetsWhatIsOld() {
    String user = UUID.randomUUID().toString();
    Instant old = Instant.parse("2001-01-01T00:00:00Z");
    store.add(event(user, old));
    store.add(event(user, old.plus(Duration.ofDays(7_000))));
    assertThat(store.forget(old.plusSeconds(1), 1_000_000)).isEqualTo(1);
    assertThat(store.lastLogin(user)).contains(old.plus(Duration.ofDays(7_000)));
  }

  @Test
  void keepsANumberOfEventsAtMost() {
    String user = UUID.randomUUID().toString();
    Instant at = Instant.parse("2030-01-01T00:00:00Z");
    store.add(event(user, at));
    for (int i = 0; i < 3; i++) {
      store.add(event("another", at));
    }
    store.forget(Instant.EPOCH, 3);
    assertThat(Rows.of(database, EVENTS, user)).isEmpty();
    assertThat(Rows.of(database, EVENTS, "another")).hasSize(3);
  }

  private static AuditEvent event(String user, Instant at) {
    Origin origin = new Origin("10.0.0.1", UUID.randomUUID().toString());
    return new AuditEvent(at, AuditKind.LOGIN_SUCCEEDED, Subject.user(user), origin, "");
  }
}
