package dev.nexus.ai.execution;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;

import dev.nexus.common.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Calls of the API as a user makes them. */
final class ExecutionCalls {

  private ExecutionCalls() {}

  static RequestSpecification as(String user) {
    return given().auth().oauth2(Tokens.user(user)).contentType("application/json");
  }

  static Response post(String user, String body) {
    return as(user).body(body).post("/api/v1/templates/execute");
  }

  static JsonPath execute(String user, String body) {
    return assertContract(post(user, body)).isEnvelope(200);
  }

  static Response status(String user, String id) {
    return as(user).get("/api/v1/templates/status/" + id);
  }
}
