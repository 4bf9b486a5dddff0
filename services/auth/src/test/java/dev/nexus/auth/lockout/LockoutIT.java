package dev.nexus.auth.lockout;

import static dev.nexus.auth.testing.AuthCalls.PASSWORD;
import static dev.nexus.auth.testing.AuthCalls.login;
import static dev.nexus.auth.testing.AuthCalls.newAddress;
import static dev.nexus.auth.testing.AuthCalls.newEmail;
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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KeycloakResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "auth"))
class LockoutIT {

  private static final int LIMIT = 20;

  @Inject AgroalDataSource database;

  private final String address = newAddress();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void locksAnAccountForOneAddressWhetherItExistsOrNot_checklist22(boolean exists) {
    String email = newEmail();
    if (exists) {
      registered(email);
    }
    for (int i = 0; i < LIMIT; i++) {
      assertContract(login(address, email, "wrong-" + i))
          .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
    }
    Response refused = login(address, email, PASSWORD);
    JsonPath error =
        assertContract(refused).isError(429, "RATE_LIMIT_EXCEEDED", "RATE_LIMIT_ERROR");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 30);
    assertThat(refused.time()).as("refusals come at steps of 250 ms").isGreaterThanOrEqualTo(250);
    assertThat(Instant.parse(error.getString("error.metadata.reset_at"))).isNotNull();
    assertThat(error.getString("error.metadata.limit")).isEqualTo("20");
    assertThat(login(newAddress(), email, PASSWORD).statusCode()).isEqualTo(exists ? 200 : 401);
    assertContract(login(address, newEmail(), PASSWORD))
        .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
  }

  @Test
  void letsAWrongPasswordPassBetweenRightOnes() {
    String email = newEmail();
    registered(email);
    for (int i = 0; i < 3; i++) {
      assertThat(login(address, email, "wrong-password").statusCode()).isEqualTo(401);
      assertThat(login(address, email, PASSWORD).statusCode()).isEqualTo(200);
    }
    assertThat(Rows.of(database, "select account from login_failure where network = ?", address))
        .isEmpty();
  }

  @Test
  void letsManyRightLoginsAtOncePass() throws Exception {
    String email = newEmail();
    registered(email);
    Callable<Integer> login = () -> login(address, email, PASSWORD).statusCode();
    try (ExecutorService threads = Executors.newFixedThreadPool(30)) {
      List<Future<Integer>> all =
          threads.invokeAll(IntStream.range(0, 30).mapToObj(i -> login).toList());
      for (Future<Integer> one : all) {
        assertThat(one.get()).isEqualTo(200);
      }
    }
  }

  @Test
  void storesNothingThatWasTyped() {
    login(address, "my-secret-in-the-wrong-field", "x");
    assertThat(Rows.of(database, "select account from login_failure where network = ?", address))
        .hasSize(1)
        .allSatisfy(account -> assertThat(account).matches("[0-9a-f]{64}"));
  }
}
