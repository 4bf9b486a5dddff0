package dev.nexus.conversation.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.common.envelope.RequestMetadata;
import dev.nexus.common.error.CommonError;
import dev.nexus.conversation.input.Body;
import java.util.Optional;

/**
 * What a client says in a message (protocol 3.6).
 *
 * @param content not blank
 * @param type text when nothing was said
 * @param metadata the message's own map
 * @param clientMessageId the client's own name for the message, at most 100 characters: {@code
 *     client_message_id} of the body or, for clients that cannot set it there, of the message's map
 */
record Draft(
    String content, MessageType type, ObjectNode metadata, Optional<String> clientMessageId) {

  private static final String CLIENT_ID = "client_message_id";
  private static final int MAX_CLIENT_ID = 100;
  private static final int MAX_TYPE = 20;

  static Draft from(Body body, MessageConfig limits) {
    Optional<String> content = body.text("content", limits.maxContent());
    if (content.isEmpty() || content.get().isBlank()) {
      throw Body.wrong(CommonError.VALIDATION_FAILED, "content", "must not be blank");
    }
    ObjectNode metadata = metadata(body, limits.maxMetadata().asLongValue());
    Optional<String> clientId =
        body.text(CLIENT_ID, MAX_CLIENT_ID).or(() -> clientId(metadata.path(CLIENT_ID)));
    return new Draft(content.get(), type(body), metadata, clientId);
  }

  /** The map is free: what is no name there is no mistake. */
  private static Optional<String> clientId(JsonNode node) {
    return Optional.ofNullable(node.textValue())
        .filter(name -> !name.isEmpty() && name.length() <= MAX_CLIENT_ID);
  }

  private static MessageType type(Body body) {
    return body.text("message_type", MAX_TYPE)
        .map(
            word ->
                MessageType.parse(word)
                    .orElseThrow(
                        () ->
                            Body.wrong(
                                CommonError.INVALID_VALUE,
                                "message_type",
                                "may be text, voice or image")))
        .orElse(MessageType.TEXT);
  }

  /** Under its own name, or as {@code metadata} where that is not the request's (protocol 1.2). */
  private static ObjectNode metadata(Body body, long max) {
    Optional<ObjectNode> own = body.object("message_metadata", max);
    JsonNode other = body.raw("metadata");
    if (own.isEmpty() && !RequestMetadata.isRequestMetadata(other)) {
      own = body.object("metadata", max);
    }
    return own.orElseGet(JsonNodeFactory.instance::objectNode);
  }

  /** Whether a message says the same. */
  boolean isSameAs(Message message) {
    return content.equals(message.content()) && type == message.type();
  }
}
