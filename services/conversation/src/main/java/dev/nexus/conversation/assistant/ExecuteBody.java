package dev.nexus.conversation.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.conversation.memory.Line;
import java.time.Duration;
import java.util.Map;

/**
 * The body of a call to {@code POST /api/v1/templates/execute} (protocol 3.3). Beside the
 * contract's fields it has {@code conversation}, which holds the system prompt and what was said; a
 * service that does not know it ignores it.
 */
final class ExecuteBody {

  /** The longest query that the contract allows. */
  private static final int MAX_QUERY = 1_000;

  /** Texts of a UserContext with their longest lengths (protocol 4.2). */
  private static final Map<String, Integer> CONTEXT =
      Map.of("locale", 10, "timezone", 50, "currency", 3, "region", 5);

  private ExecuteBody() {}

  /**
   * The call for a turn.
   *
   * @param patience how long the answer is waited for
   * @param version of the protocol and of the build, as the metadata names them
   */
  static ObjectNode of(Turn turn, Language language, Duration patience, Version version) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("query", Texts.cut(turn.question().strip(), MAX_QUERY));
    body.put("language", language.wire());
    body.set("context", context(turn));
    body.putObject("options").put("timeout_ms", patience.toMillis());
    conversation(body.putObject("conversation"), turn);
    ObjectNode metadata = body.putObject("metadata");
    metadata.put("request_id", turn.credentials().requestId());
    metadata.put("protocol_version", version.protocol());
    metadata.put("client_version", version.build());
    // The answer depends on what was said before, so that of an equal query is none of this one.
    metadata.putObject("custom_headers").put("x-cache-control", "no-cache");
    return body;
  }

  /** Versions as request metadata name them. */
  record Version(String protocol, String build) {}

  /** Only what the AI service is sure to accept: the conversation's context is a free object. */
  private static ObjectNode context(Turn turn) {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.put("session_id", turn.conversationId().toString());
    CONTEXT.forEach(
        (field, max) -> {
          JsonNode value = turn.context().path(field);
          if (value.isTextual() && value.textValue().length() <= max) {
            context.set(field, value);
          }
        });
    JsonNode location = turn.context().path("location");
    if (isWithin(location.path("latitude"), 90) && isWithin(location.path("longitude"), 180)) {
      ObjectNode place = context.putObject("location");
      place.set("latitude", location.path("latitude"));
      place.set("longitude", location.path("longitude"));
    }
    return context;
  }

  private static boolean isWithin(JsonNode degrees, int bound) {
    return degrees.isNumber() && Math.abs(degrees.doubleValue()) <= bound;
  }

  private static void conversation(ObjectNode conversation, Turn turn) {
    turn.window().systemPrompt().ifPresent(prompt -> conversation.put("system_prompt", prompt));
    var messages = conversation.putArray("messages");
    for (Line line : turn.window().lines()) {
      messages.addObject().put("role", line.role().wire()).put("content", line.content());
    }
  }
}
