package dev.nexus.batch;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;

import dev.nexus.common.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** Calls of the API as a user makes them. */
final class BatchCalls {

  static final String PATH = "/api/v1/batch";

  private BatchCalls() {}

  /** A user that no other test has. */
  static String newUser() {
    return "user-" + UUID.randomUUID();
  }

  /** A name that no other test has. */
  static String newName() {
    return "n" + UUID.randomUUID().toString().replace("-", "");
  }

  static RequestSpecification as(String user) {
    return given().auth().oauth2(Tokens.user(user)).contentType("application/json");
  }

  static Response post(String user, String body) {
    return as(user).body(body).post(PATH + "/execute");
  }

  static JsonPath execute(String user, String body) {
    return assertContract(post(user, body)).isEnvelope(200);
  }

  static Response status(String user, String batchId) {
    return as(user).get(PATH + "/" + batchId + "/status");
  }

  static Response cancel(String user, String batchId, String body) {
    return as(user).body(body).post(PATH + "/" + batchId + "/cancel");
  }

  /** Items with the queries, as a JSON array. */
  static String requests(String... queries) {
    return Arrays.stream(queries)
        .map("{\"query\":\"%s\"}"::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** The same query as often as said. */
  static String requests(int count, String query) {
    String[] queries = new String[count];
    Arrays.fill(queries, query);
    return requests(queries);
  }

  /** The items that the ai service was sent under the name; one sent again has its id again. */
  static Set<String> aiItems(String name) {
    return Set.copyOf(aiLog(name).getList("bodies.metadata.request_id", String.class));
  }

  /** What the ai service was sent under the name. */
  static JsonPath aiLog(String name) {
    String ai = ConfigProvider.getConfig().getValue("nexus.peers.ai.url", String.class);
    return given().get(ai + "/log?" + name).jsonPath();
  }
}
