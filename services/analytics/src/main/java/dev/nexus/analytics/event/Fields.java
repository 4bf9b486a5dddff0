package dev.nexus.analytics.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.ErrorCode;
import dev.nexus.common.error.NexusException;
import java.util.Optional;

/** Fields of one event; null and empty stand for absent (protocol 1.9). */
record Fields(JsonNode event) {

  /** A text; a number or truth value is taken for its text. */
  Optional<String> text(String name, int maxLength) {
    JsonNode value = event.path(name);
    if (value.isContainerNode()) {
      throw wrong(CommonError.INVALID_VALUE, name, "must be a text");
    }
    String text = value.asText("");
    if (value.isMissingNode() || value.isNull() || text.isBlank()) {
      return Optional.empty();
    }
    if (text.length() > maxLength) {
      throw wrong(
          CommonError.FIELD_TOO_LONG, name, "must have at most " + maxLength + " characters");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw wrong(CommonError.INVALID_VALUE, name, "must not hold control characters");
    }
    return Optional.of(text);
  }

  /** An object, or nothing. */
  Optional<JsonNode> object(String name) {
    JsonNode value = event.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      throw wrong(CommonError.INVALID_VALUE, name, "must be an object");
    }
    return Optional.of(value);
  }

  static NexusException wrong(ErrorCode code, String field, String problem) {
    return new NexusException(code, field + " " + problem).field(field);
  }
}
