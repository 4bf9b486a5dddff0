package dev.nexus.conversation;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static dev.nexus.conversation.ConversationCalls.as;
import static dev.nexus.conversation.ConversationCalls.create;
import static dev.nexus.conversation.ConversationCalls.created;
import static dev.nexus.conversation.ConversationCalls.get;
import static dev.nexus.conversation.ConversationCalls.history;
import static dev.nexus.conversation.ConversationCalls.newUser;
import static dev.nexus.conversation.ConversationCalls.post;
import static dev.nexus.conversation.ConversationCalls.read;
import static dev.nexus.conversation.ConversationCalls.said;
import static dev.nexus.conversation.ConversationCalls.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import dev.nexus.common.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(FakeAi.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "conversation"))
class ConversationIT {

  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  private final String token = newUser();

  @Test
  void createsAConversation_checklist43() {
    JsonPath body =
        assertContract(
                create(
                    token,
                    """
                    {"title":"Борщ","bot_id":"bot-123","context":{"a":1},"system_prompt":"Be kind",
                     "metadata":{"protocol_version":"2.0.0"}}"""))
            .isEnvelope(201);
    assertThat(body.getString("data.id")).isNotBlank();
    assertThat(body.getString("data.status")).isEqualTo("active");
    assertThat(body.getString("data.title")).isEqualTo("Борщ");
    assertThat(body.getString("data.bot_id")).isEqualTo("bot-123");
    assertThat(body.<Object>get("data.message_count")).isEqualTo(0);
    assertThat(body.<Object>get("data.created_at")).asString().endsWith("Z");
    JsonPath read = read(token, body.getString("data.id"));
    assertThat(read.getString("data.created_at")).isEqualTo(body.getString("data.created_at"));
    assertThat(read.getString("data.title")).isEqualTo("Борщ");
    assertThat(read.getList("data.messages")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"title\":\"\",\"bot_id\":null,\"context\":null}",
        "{\"metadata\":{\"protocol_version\":\"2.0.0\"},\"data\":{}}"
      })
  void needsNothingToCreateOne(String body) {
    JsonPath created = assertContract(create(token, body)).isEnvelope(201);
    assertThat(created.getMap("data")).doesNotContainKeys("title", "bot_id");
  }

  @Test
  void createsOneWithoutABody() {
    assertContract(as(token).post("/api/v1/conversations")).isEnvelope(201);
  }

  @Test
  void takesTheStrictShape_checklist13() {
    JsonPath created =
        assertContract(create(token, "{\"metadata\":{},\"data\":{\"title\":\"T\"}}"))
            .isEnvelope(201);
    assertThat(created.getString("data.title")).isEqualTo("T");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"title\":5}', INVALID_VALUE, title",
    "'{\"title\":\"a\\u0000b\"}', INVALID_VALUE, title",
    "'{\"context\":\"x\"}', INVALID_VALUE, context",
    "'{\"context\":{\"a\":[\"\\u0000\"]}}', INVALID_VALUE, context",
    "'[]', INVALID_VALUE,",
  })
  void namesWhatIsWrong(String body, String code, String field) {
    JsonPath error = assertContract(create(token, body)).isError(400, code, "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo(field);
  }

  @Test
  void boundsTexts() {
    created(token, Map.of("title", "я".repeat(200), "context", Map.of("a", "x".repeat(16_000))));
    for (Map<String, Object> body :
        List.<Map<String, Object>>of(
            Map.of("title", "x".repeat(201)),
            Map.of("system_prompt", "x".repeat(10_001)),
            Map.of("context", Map.of("a", "x".repeat(17_000))))) {
      JsonPath error =
          assertContract(create(token, body)).isError(400, "FIELD_TOO_LONG", "VALIDATION_ERROR");
      assertThat(error.getString("error.field")).isEqualTo(body.keySet().iterator().next());
    }
  }

  @Test
  void takesTextsThatAreNoText() {
    String id = created(token, "{\"title\":\"\\ud800\"}");
    assertThat(read(token, id).getString("data.title")).isEqualTo("?");
  }

  @Test
  void boundsTheConversationsOfOneUser() {
    IntStream.range(0, 20).forEach(i -> created(token));
    assertContract(create(token, "{}")).isError(409, "RESOURCE_CONFLICT", "CONFLICT");
    created(newUser());
  }

  @ParameterizedTest
  @ValueSource(strings = {UNKNOWN, "no-uuid"})
  void knowsNoUnknownConversation_checklist45(String id) {
    assertUnknown(get(token, id));
    assertUnknown(history(token, id, ""));
    assertUnknown(send(token, id, Map.of("content", "hi")));
    assertUnknown(post(token, id, "typing", Map.of("typing", true)));
  }

  @Test
  void looksForTheConversationBeforeItReadsTheFields() {
    assertUnknown(send(token, UNKNOWN, "{\"content\":\"\"}"));
    assertUnknown(send(token, UNKNOWN, "{\"content\":{}}"));
    assertUnknown(history(token, UNKNOWN, "?limit=0"));
    assertUnknown(post(token, UNKNOWN, "typing", "{}"));
  }

  @Test
  void showsAConversationToNobodyElse() {
    String subject = "user-" + UUID.randomUUID();
    String id = created(Tokens.user(subject, "acme"));
    for (String other :
        List.of(
            newUser(),
            Tokens.user("neighbour", "acme"),
            Tokens.user(subject, "other"),
            Tokens.admin("admin-1"))) {
      assertUnknown(get(other, id));
      assertUnknown(history(other, id, ""));
      assertUnknown(send(other, id, Map.of("content", "hi")));
      assertUnknown(post(other, id, "typing", Map.of("typing", true)));
    }
    assertThat(read(Tokens.user(subject, "acme"), id).getInt("data.message_count")).isZero();
  }

  @Test
  void asksForAToken_checklist20() {
    assertContract(given().body("{}").post("/api/v1/conversations"))
        .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
    assertContract(given().get("/api/v1/conversations/" + UNKNOWN))
        .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
  }

  @Test
  void takesARepeatedCreationForOne_checklist25() {
    String body = "{\"title\":\"T\",\"metadata\":{\"request_id\":\"" + UUID.randomUUID() + "\"}}";
    assertThat(created(token, body)).isEqualTo(created(token, body));
    assertThat(created(token, body.replace("T", "U"))).isNotEqualTo(created(token, body));
  }

  @Test
  void readsHistoryByPagesAndTimes() {
    String id = created(token);
    IntStream.range(0, 3).forEach(i -> said(token, id, "m" + i));
    JsonPath all = assertContract(history(token, id, "")).isEnvelope(200);
    assertThat(all.getList("data.messages.sequence")).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(all.<Object>get("data.limit")).isEqualTo(50);
    assertThat(all.<Object>get("data.offset")).isEqualTo(0);
    JsonPath page = assertContract(history(token, id, "?limit=2&offset=1")).isEnvelope(200);
    assertThat(page.getList("data.messages.sequence")).containsExactly(2, 3);
    assertThat(page.<Object>get("data.total")).isEqualTo(6);
    List<String> times = all.getList("data.messages.created_at");
    assertThat(times).isSorted().doesNotHaveDuplicates();
    JsonPath between =
        assertContract(history(token, id, "?after=" + times.get(1) + "&before=" + times.get(4)))
            .isEnvelope(200);
    assertThat(between.getList("data.messages.sequence")).containsExactly(3, 4);
    assertThat(between.<Object>get("data.total")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=101, limit",
    "limit=x, limit",
    "offset=-1, offset",
    "before=yesterday, before",
    "after=2026-01-01, after"
  })
  void refusesPagesThatCannotBe(String query, String field) {
    JsonPath error = history(token, created(token), "?" + query).jsonPath();
    assertThat(error.getString("error.type")).isEqualTo("VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo(field);
  }

  @Test
  void takesNoteOfTyping() {
    String id = created(token);
    JsonPath typing =
        assertContract(post(token, id, "typing", Map.of("typing", true))).isEnvelope(200);
    assertThat(typing.getString("data.conversation_id")).isEqualTo(id);
    assertThat(typing.getBoolean("data.typing")).isTrue();
    assertThat(typing.getString("data.timestamp")).endsWith("Z");
    JsonPath error =
        assertContract(post(token, id, "typing", "{}"))
            .isError(400, "VALIDATION_FAILED", "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo("typing");
  }

  @Test
  void isReadyWithItsDatabase_checklist2() {
    JsonPath ready = given().get("/ready").jsonPath();
    assertThat(ready.getString("status")).isEqualTo("ready");
    assertThat(ready.getString("checks.database")).isEqualTo("ok");
  }

  @Test
  void answersUnknownRoutesAndMethodsInTheContractsWords_checklist19() {
    assertContract(as(token).get("/api/v1/conversations"))
        .isError(405, "VALIDATION_FAILED", "VALIDATION_ERROR");
    assertContract(as(token).get("/api/v1/nowhere"))
        .isError(404, "ENDPOINT_NOT_FOUND", "NOT_FOUND");
    assertContract(create(token, "{")).isError(400, "INVALID_FORMAT", "VALIDATION_ERROR");
  }

  private static void assertUnknown(Response response) {
    assertContract(response).isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
  }
}
