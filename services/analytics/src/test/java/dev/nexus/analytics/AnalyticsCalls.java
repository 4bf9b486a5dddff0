package dev.nexus.analytics;

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
final class AnalyticsCalls {

  static final String PATH = "/api/v1/analytics";

  private AnalyticsCalls() {}

  /** A user of a tenant that no other test has. */
  static String newUser() {
    return Tokens.user(unique("user"), unique("tenant"));
  }

  static String unique(String kind) {
    return kind + "-" + UUID.randomUUID();
  }

  static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType("application/json");
  }

  static Response log(String token, Object body) {
    return as(token).body(body).post(PATH + "/events");
  }

  /** Logs an event and gives its id. */
  static String logged(String token, Object body) {
    return assertContract(log(token, body)).isEnvelope(201).getString("data.event_id");
  }

  static String logged(String token, String type, Map<String, Object> data) {
    return logged(token, Map.of("event_type", type, "data", data));
  }

  static Response logAll(String token, List<?> events) {
    return as(token).body(Map.of("events", events)).post(PATH + "/events/batch");
  }

  static JsonPath list(String token, String query) {
    return assertContract(as(token).get(PATH + "/events" + query)).isEnvelope(200);
  }

  static JsonPath stats(String token, String query) {
    return assertContract(as(token).get(PATH + "/stats" + query)).isEnvelope(200);
  }
}
