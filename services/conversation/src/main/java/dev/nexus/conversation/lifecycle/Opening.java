package dev.nexus.conversation.lifecycle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.conversation.input.Body;
import java.util.Optional;

/**
 * What a client says when it creates a conversation (protocol 3.6); all of it is optional. Its
 * {@code metadata} is the request's and is read by the edge.
 *
 * @param title at most 200 characters
 * @param botId any text; one that is unknown selects the default assistant
 * @param systemPrompt what the assistant is to keep in mind
 * @param context what the client knows about its user, a free object
 */
record Opening(
    Optional<String> title,
    Optional<String> botId,
    Optional<String> systemPrompt,
    ObjectNode context) {

  private static final int MAX_TITLE = 200;
  private static final int MAX_BOT_ID = 200;

  static Opening from(Body body, LifecycleConfig limits) {
    return new Opening(
        body.text("title", MAX_TITLE),
        body.text("bot_id", MAX_BOT_ID),
        body.text("system_prompt", limits.maxSystemPrompt()),
        body.object("context", limits.maxContext().asLongValue())
            .orElseGet(JsonNodeFactory.instance::objectNode));
  }
}
