package dev.nexus.operator.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Whether what we set is what is there; what we do not set is not looked at. */
final class JsonSubset {

  private JsonSubset() {}

  /** Whether every wanted field is in the actual node with the wanted value. */
  static boolean holds(JsonNode wanted, JsonNode actual) {
    if (wanted.isObject()) {
      return wanted.properties().stream()
          .allMatch(field -> holds(field.getValue(), actual.path(field.getKey())));
    }
    if (wanted.isArray()) {
      return wanted
          .valueStream()
          .allMatch(item -> counterpart(item, actual).map(a -> holds(item, a)).orElse(false));
    }
    return wanted.asText().equals(actual.asText());
  }

  /** The item of an array that has the same name, or is the same. */
  private static Optional<JsonNode> counterpart(JsonNode item, JsonNode actual) {
    return actual
        .valueStream()
        .filter(
            candidate ->
                item.has("name")
                    ? item.get("name").equals(candidate.get("name"))
                    : item.equals(candidate))
        .findFirst();
  }
}
