package dev.nexus.conversation;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;

import dev.nexus.common.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The calls that clients make. */
public final class ConversationCalls {

  private static final String PATH = "/api/v1/conversations";

  private ConversationCalls() {}

  /** A user that no other test has. */
  public static String newUser() {
    return Tokens.user("user-" + UUID.randomUUID());
  }

  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType("application/json");
  }

  public static Response create(String token, Object body) {
    return as(token).body(body).post(PATH);
  }

  /** Creates a conversation and gives its id. */
  public static String created(String token) {
    return created(token, Map.of());
  }

  public static String created(String token, Object body) {
    return assertContract(create(token, body)).isEnvelope(201).getString("data.id");
  }

  public static Response get(String token, String id) {
    return as(token).get(PATH + "/" + id);
  }

  public static JsonPath read(String token, String id) {
    return assertContract(get(token, id)).isEnvelope(200);
  }

  public static Response post(String token, String id, String what, Object body) {
    return as(token).body(body).post(PATH + "/" + id + "/" + what);
  }

  public static Response send(String token, String id, Object body) {
    return post(token, id, "messages", body);
  }

  /** Sends a text and gives the exchange. */
  public static JsonPath said(String token, String id, String content) {
    return sent(token, id, Map.of("content", content));
  }

  public static JsonPath sent(String token, String id, Object body) {
    return assertContract(send(token, id, body)).isEnvelope(200);
  }

  /** The calls that the AI service got and whose query has the text. */
  public static JsonPath received(String text) {
    String ai = ConfigProvider.getConfig().getValue("nexus.peers.ai.url", String.class);
    return given().queryParam(text).get(ai + "/received").jsonPath();
  }

  public static Response history(String token, String id, String query) {
    return as(token).urlEncodingEnabled(false).get(PATH + "/" + id + "/history" + query);
  }
}
