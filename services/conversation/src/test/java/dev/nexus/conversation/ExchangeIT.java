package dev.nexus.conversation;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static dev.nexus.conversation.ConversationCalls.created;
import static dev.nexus.conversation.ConversationCalls.newUser;
import static dev.nexus.conversation.ConversationCalls.read;
import static dev.nexus.conversation.ConversationCalls.received;
import static dev.nexus.conversation.ConversationCalls.said;
import static dev.nexus.conversation.ConversationCalls.send;
import static dev.nexus.conversation.ConversationCalls.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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
class ExchangeIT {

  private final String token = newUser();

  @Test
  void answersAMessage_checklist44() {
    String id = created(token);
    JsonPath body =
        sent(
            token,
            id,
            """
            {"content":"hi","message_type":"text","message_metadata":{"a":1},
             "metadata":{"request_id":"%s","protocol_version":"2.0.0","client_version":"2.0.0"}}"""
                .formatted(UUID.randomUUID()));
    assertThat(body.getString("data.conversation_id")).isEqualTo(id);
    assertThat(body.getString("data.user_message.sender_type")).isEqualTo("user");
    assertThat(body.getString("data.user_message.content")).isEqualTo("hi");
    assertThat(body.getString("data.user_message.type")).isEqualTo("text");
    assertThat(body.getString("data.user_message.status")).isEqualTo("sent");
    assertThat(body.getMap("data.user_message.metadata")).isEqualTo(Map.of("a", 1));
    assertThat(body.getString("data.ai_response.sender_type")).isEqualTo("assistant");
    assertThat(body.getString("data.ai_response.content")).isEqualTo("Echo\nhi");
    assertThat(body.getString("data.ai_response.status")).isEqualTo("sent");
    assertThat(body.getString("data.ai_response.intent")).isEqualTo("information_only");
    assertThat(body.getString("data.ai_response.metadata.execution_id")).isNotBlank();
    assertThat(body.getString("data.ai_response.created_at")).endsWith("Z");
    assertThat(body.getString("data.conversation_status")).isEqualTo("active");
    assertThat(body.<Object>get("data.total_messages")).isEqualTo(2);
  }

  @Test
  void countsAndShowsWhatIsStored_checklist45() {
    String id = created(token);
    JsonPath first = said(token, id, "one");
    said(token, id, "two");
    JsonPath read = read(token, id);
    assertThat(read.getInt("data.message_count")).isEqualTo(4);
    assertThat(read.getList("data.messages.sender_type"))
        .containsExactly("user", "assistant", "user", "assistant");
    assertThat(read.getMap("data.messages[0]")).isEqualTo(first.getMap("data.user_message"));
    assertThat(read.getMap("data.messages[1]")).isEqualTo(first.getMap("data.ai_response"));
    assertThat(read.getString("data.last_activity"))
        .isEqualTo(read.getString("data.messages[3].created_at"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"voice", "image"})
  void keepsTheFormOfAMessage(String type) {
    JsonPath body = sent(token, created(token), Map.of("content", "a cat", "message_type", type));
    assertThat(body.getString("data.user_message.type")).isEqualTo(type);
    assertThat(body.getString("data.ai_response.type")).isEqualTo("text");
  }

  @Test
  void takesAMapUnderEitherName() {
    String id = created(token);
    JsonPath own = sent(token, id, "{\"content\":\"x\",\"metadata\":{\"b\":[true,null,1.5]}}");
    assertThat(own.getMap("data.user_message.metadata")).containsOnlyKeys("b");
    JsonPath requests =
        sent(token, id, "{\"content\":\"x\",\"metadata\":{\"client_version\":\"2.0.0\"}}");
    assertThat(requests.getMap("data.user_message")).doesNotContainKey("metadata");
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', VALIDATION_FAILED, content",
    "'', VALIDATION_FAILED, content",
    "'{\"content\":\" \"}', VALIDATION_FAILED, content",
    "'{\"content\":7}', INVALID_VALUE, content",
    "'{\"content\":\"\\u0000\"}', INVALID_VALUE, content",
    "'{\"content\":\"x\",\"message_type\":\"video\"}', INVALID_VALUE, message_type",
    "'{\"content\":\"x\",\"message_metadata\":[]}', INVALID_VALUE, message_metadata",
  })
  void namesWhatIsWrong(String body, String code, String field) {
    String id = created(token);
    JsonPath error = assertContract(send(token, id, body)).isError(400, code, "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo(field);
    assertThat(read(token, id).getInt("data.message_count")).isZero();
  }

  @Test
  void boundsContents() {
    String id = created(token);
    said(token, id, "я".repeat(10_000));
    assertContract(send(token, id, Map.of("content", "x".repeat(10_001))))
        .isError(400, "FIELD_TOO_LONG", "VALIDATION_ERROR");
    assertThat(received("яяя").getString("[0].body.query")).hasSize(1_000);
  }

  @ParameterizedTest
  @CsvSource({
    "500, EXTERNAL_SERVICE_ERROR, EXTERNAL_ERROR",
    "garbage, EXTERNAL_SERVICE_ERROR, EXTERNAL_ERROR",
    "odd, EXTERNAL_SERVICE_ERROR, EXTERNAL_ERROR",
    "rude, SERVICE_UNAVAILABLE, EXTERNAL_ERROR",
    "slow, TIMEOUT, EXTERNAL_ERROR",
    "timeout, TIMEOUT, EXTERNAL_ERROR",
    "quota, FORBIDDEN_RESOURCE, AUTHORIZATION_ERROR",
  })
  void keepsTheMessageAndSaysWhyThereIsNoAnswer(String behaviour, String code, String type) {
    String id = created(token);
    JsonPath body = said(token, id, "please [" + behaviour + "]");
    assertThat(body.getString("data.user_message.status")).isEqualTo("sent");
    assertThat(body.getString("data.ai_response.status")).isEqualTo("failed");
    assertThat(body.getString("data.ai_response.content")).contains("Your message is kept");
    assertThat(body.getString("data.ai_response.metadata.error.code")).isEqualTo(code);
    assertThat(body.getString("data.ai_response.metadata.error.type")).isEqualTo(type);
    assertThat(body.getString("data.ai_response.metadata.error.message")).isNotBlank();
    assertThat(body.prettify()).doesNotContain("secret stack");
    JsonPath read = read(token, id);
    assertThat(read.getInt("data.message_count")).isEqualTo(2);
    assertThat(read.getString("data.messages[0].content")).startsWith("please");
    JsonPath again = said(token, id, "again");
    assertThat(again.getString("data.ai_response.status")).as(again.prettify()).isEqualTo("sent");
  }

  @Test
  void asksAgainWhenTheCallBrokeOnItsWay() {
    JsonPath body = said(token, created(token), "one [flaky]");
    assertThat(body.getString("data.ai_response.status")).isEqualTo("sent");
    JsonPath calls = received("one [flaky]");
    assertThat(calls.getList("$")).hasSizeGreaterThan(1);
    assertThat(calls.getMap("[1].body")).isEqualTo(calls.getMap("[0].body"));
  }

  @Test
  void saysSoWhenNothingWasFoundOrNotAll() {
    String id = created(token, Map.of("context", Map.of("locale", "en-US")));
    JsonPath nothing = said(token, id, "[nothing]");
    assertThat(nothing.getString("data.ai_response.content")).startsWith("Nothing was found");
    assertThat(nothing.getString("data.ai_response.status")).isEqualTo("sent");
    assertThat(said(token, id, "[partial]").getString("data.ai_response.content"))
        .startsWith("Echo")
        .endsWith("some sources did not respond.");
  }

  @Test
  void asksForTheSameUserUnderTheSameRequestId() {
    UUID requestId = UUID.randomUUID();
    sent(
        token,
        created(token),
        Map.of("content", "whoami", "metadata", Map.of("request_id", requestId.toString())));
    JsonPath calls = received("whoami");
    assertThat(calls.getString("[0].authorization")).isEqualTo("Bearer " + token);
    assertThat(calls.getString("[0].request_id")).isEqualTo(requestId.toString());
    assertThat(calls.getString("[0].body.metadata.request_id")).isEqualTo(requestId.toString());
    assertThat(calls.getString("[0].body.language")).isEqualTo("en");
    assertThat(calls.getInt("[0].body.options.timeout_ms")).isBetween(500, 2_500);
  }

  @Test
  void tellsTheAssistantWhatFitsIntoTheWindow() {
    String id = created(token, Map.of("system_prompt", "Be brief", "bot_id", "cook"));
    said(token, id, "old " + "x".repeat(900));
    said(token, id, "broken [500]");
    JsonPath answered = said(token, id, "recent");
    assertThat(answered.getString("data.ai_response.sender_id")).isEqualTo("cook");
    said(token, id, "window please");
    JsonPath call = received("window please");
    assertThat(call.getString("[0].body.conversation.system_prompt")).isEqualTo("Be brief");
    assertThat(call.<Map<String, String>>getList("[0].body.conversation.messages"))
        .containsExactly(
            Map.of("role", "user", "content", "broken [500]"),
            Map.of("role", "user", "content", "recent"),
            Map.of("role", "assistant", "content", "Echo\nrecent"),
            Map.of("role", "user", "content", "window please"));
  }

  @Test
  void boundsMessagesAndShowsTheLatest() {
    String id = created(token);
    IntStream.range(0, 30).forEach(i -> said(token, id, "m" + i));
    assertContract(send(token, id, Map.of("content", "one more")))
        .isError(409, "RESOURCE_CONFLICT", "CONFLICT");
    JsonPath read = read(token, id);
    assertThat(read.getInt("data.message_count")).isEqualTo(60);
    List<Integer> shown = read.getList("data.messages.sequence");
    assertThat(shown).hasSize(50).startsWith(11).endsWith(60);
  }
}
