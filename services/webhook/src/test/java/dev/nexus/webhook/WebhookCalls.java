package dev.nexus.webhook;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;

import dev.nexus.common.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The calls that clients make. */
public final class WebhookCalls {

  private static final String PATH = "/api/v1/webhooks";

  private WebhookCalls() {}

  /** A user that no other test has. */
  public static String newUser() {
    return Tokens.user("user-" + UUID.randomUUID());
  }

  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType("application/json");
  }

  static Map<String, Object> config(String url, String secret) {
    return Map.of("url", url, "events", List.of("template.completed"), "secret", secret);
  }

  static Response register(String token, Object body) {
    return as(token).body(body).post(PATH);
  }

  /** Registers a receiver and gives its id. */
  public static String registered(String token, String url, String secret) {
    return assertContract(register(token, Map.of("config", config(url, secret))))
        .isEnvelope(201)
        .getString("data.webhook_id");
  }

  static JsonPath list(String token, String query) {
    return assertContract(as(token).get(PATH + query)).isEnvelope(200);
  }

  static Response test(String token, String id, Object body) {
    return as(token).body(body).post(PATH + "/" + id + "/test");
  }

  /** The result of a test delivery. */
  public static JsonPath tested(String token, String id) {
    return assertContract(test(token, id, Map.of())).isEnvelope(200);
  }
}
