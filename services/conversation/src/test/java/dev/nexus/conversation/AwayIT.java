package dev.nexus.conversation;

import static dev.nexus.conversation.ConversationCalls.created;
import static dev.nexus.conversation.ConversationCalls.newUser;
import static dev.nexus.conversation.ConversationCalls.read;
import static dev.nexus.conversation.ConversationCalls.said;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(value = FakeAi.class, initArgs = @ResourceArg(name = "ai", value = "away"))
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "conversation"))
class AwayIT {

  @Test
  void keepsWorkingWithoutTheAiService() {
    String token = newUser();
    String id = created(token);
    JsonPath body = said(token, id, "есть кто?");
    assertThat(body.getString("data.ai_response.status")).isEqualTo("failed");
    assertThat(body.getString("data.ai_response.content"))
        .isEqualTo("Ассистент сейчас недоступен. Сообщение сохранено, попробуйте ещё раз позже.");
    assertThat(body.getString("data.ai_response.metadata.error.code"))
        .isEqualTo("SERVICE_UNAVAILABLE");
    JsonPath read = read(token, id);
    assertThat(read.getList("data.messages.status")).containsExactly("sent", "failed");
    assertThat(given().get("/ready").statusCode()).isEqualTo(200);
  }
}
