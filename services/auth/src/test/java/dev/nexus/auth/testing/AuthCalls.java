package dev.nexus.auth.testing;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The calls that clients make, as the gateway passes them on. */
public final class AuthCalls {

  public static final String PASSWORD = "password123";

  private AuthCalls() {}

  /** An e-mail that no other test has. */
  public static String newEmail() {
    return "user-" + UUID.randomUUID() + "@example.com";
  }

  /** An address that no other test comes from. */
  public static String newAddress() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
  }

  public static RequestSpecification from(String address) {
    return given().contentType("application/json").header("X-Forwarded-For", address);
  }

  public static RequestSpecification as(String token) {
    return from(newAddress()).auth().oauth2(token);
  }

  public static Map<String, Object> account(String email) {
    return new HashMap<>(
        Map.of("email", email, "password", PASSWORD, "first_name", "Ada", "last_name", "Lovelace"));
  }

  public static Response register(Object body) {
    return from(newAddress()).body(body).post("/api/v1/auth/register");
  }

  /** Registers an account and gives its id. */
  public static String registered(String email) {
    return assertContract(register(account(email))).isEnvelope(201).getString("data.user_id");
  }

  public static Response login(String address, String email, String password) {
    return from(address)
        .body(Map.of("email", email, "password", password))
        .post("/api/v1/auth/login");
  }

  /** Logs in and gives the answer's body. */
  public static JsonPath loggedIn(String email) {
    return assertContract(login(newAddress(), email, PASSWORD)).isEnvelope(200);
  }

  /** A new user's access token. */
  public static String newToken() {
    String email = newEmail();
    registered(email);
    return loggedIn(email).getString("data.access_token");
  }

  public static Response refresh(String refreshToken) {
    return from(newAddress())
        .body(Map.of("refresh_token", refreshToken))
        .post("/api/v1/auth/refresh");
  }

  public static Response profile(String token) {
    return as(token).get("/api/v1/users/profile");
  }
}
