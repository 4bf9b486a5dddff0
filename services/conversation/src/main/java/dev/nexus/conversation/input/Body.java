package dev.nexus.conversation.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.ErrorCode;
import dev.nexus.common.error.NexusException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A request body, read field by field after its resource is known to exist: that is the contract's
 * order of checks (protocol 1.6). Null and the empty text stand for absent (protocol 1.9).
 */
public final class Body {

  private final ObjectNode json;

  private Body(ObjectNode json) {
    this.json = json;
  }

  /**
   * The body of a request; none is an empty one.
   *
   * @throws NexusException INVALID_VALUE when it is no object
   */
  public static Body of(@Nullable JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return new Body(JsonNodeFactory.instance.objectNode());
    }
    if (!node.isObject()) {
      throw new NexusException(CommonError.INVALID_VALUE, "The body must be a JSON object");
    }
    return new Body((ObjectNode) node);
  }

  /** The field as it stands. */
  public JsonNode raw(String field) {
    return json.path(field);
  }

  /**
   * A text.
   *
   * @param max its length at most, in Unicode characters
   * @throws NexusException INVALID_VALUE or FIELD_TOO_LONG
   */
  public Optional<String> text(String field, int max) {
    JsonNode node = json.path(field);
    if (isAbsent(node)) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      throw wrong(CommonError.INVALID_VALUE, field, "must be a string");
    }
    checkStorable(node, field);
    String text = node.textValue();
    if (text.codePointCount(0, text.length()) > max) {
      throw wrong(CommonError.FIELD_TOO_LONG, field, "may have " + max + " characters");
    }
    return Optional.of(text);
  }

  /**
   * A JSON object.
   *
   * @param max its size at most, in bytes of UTF-8
   * @throws NexusException INVALID_VALUE or FIELD_TOO_LONG
   */
  public Optional<ObjectNode> object(String field, long max) {
    JsonNode node = json.path(field);
    if (isAbsent(node)) {
      return Optional.empty();
    }
    if (!node.isObject()) {
      throw wrong(CommonError.INVALID_VALUE, field, "must be an object");
    }
    checkStorable(node, field);
    if (node.toString().getBytes(StandardCharsets.UTF_8).length > max) {
      throw wrong(CommonError.FIELD_TOO_LONG, field, "may have " + max + " bytes");
    }
    return Optional.of((ObjectNode) node);
  }

  /**
   * True or false.
   *
   * @throws NexusException INVALID_VALUE
   */
  public Optional<Boolean> truth(String field) {
    JsonNode node = json.path(field);
    if (isAbsent(node)) {
      return Optional.empty();
    }
    if (!node.isBoolean()) {
      throw wrong(CommonError.INVALID_VALUE, field, "must be true or false");
    }
    return Optional.of(node.booleanValue());
  }

  /** The error for a field. */
  public static NexusException wrong(ErrorCode code, String field, String what) {
    return new NexusException(code, field + " " + what).field(field);
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || (node.isTextual() && node.textValue().isEmpty());
  }

  /** PostgreSQL has no place for the character NUL. */
  private static void checkStorable(JsonNode node, String field) {
    if (hasNul(node)) {
      throw wrong(CommonError.INVALID_VALUE, field, "must not contain the character NUL");
    }
  }

  private static boolean hasNul(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue().indexOf('\0') >= 0;
    }
    return StreamSupport.stream(node.spliterator(), false).anyMatch(Body::hasNul)
        || node.properties().stream().anyMatch(entry -> entry.getKey().indexOf('\0') >= 0);
  }
}
