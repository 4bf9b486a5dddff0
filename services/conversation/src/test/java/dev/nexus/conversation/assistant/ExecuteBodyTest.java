package dev.nexus.conversation.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.conversation.memory.ContextWindow;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExecuteBodyTest {

  private static JsonNode body(String question, String context) throws IOException {
    Turn turn =
        new Turn(
            UUID.randomUUID(),
            question,
            new ContextWindow(Optional.empty(), List.of()),
            (ObjectNode) new ObjectMapper().readTree(context),
            new Credentials("token", "id"),
            Deadline.after(Duration.ofSeconds(1)));
    return ExecuteBody.of(
        turn, Language.EN, Duration.ofSeconds(9), new ExecuteBody.Version("2.0.0", "2.0.1"));
  }

  @Test
  void passesOnOnlyContextThatTheContractAllows() throws IOException {
    JsonNode context =
        body(
                "q",
                """
                {"locale":"en-US","currency":"roubles","region":7,"tenant_id":"x","roles":["admin"],
                 "location":{"latitude":55.7,"longitude":37.6,"accuracy":-1}}""")
            .path("context");
    assertThat(context.properties().stream().map(entry -> entry.getKey()))
        .containsExactlyInAnyOrder("session_id", "locale", "location");
    assertThat(context.path("location").properties()).hasSize(2);
  }

  @Test
  void leavesOutAPlaceThatIsNone() throws IOException {
    JsonNode body = body("q", "{\"location\":{\"latitude\":91,\"longitude\":0}}");
    assertThat(body.path("context").has("location")).isFalse();
  }

  @Test
  void cutsTheQueryToTheContractsLength() throws IOException {
    assertThat(body("  " + "x".repeat(1_500), "{}").path("query").asText()).hasSize(1_000);
  }

  @Test
  void redactsTheToken() {
    assertThat(new Credentials("secret", "id").toString()).doesNotContain("secret");
  }
}
