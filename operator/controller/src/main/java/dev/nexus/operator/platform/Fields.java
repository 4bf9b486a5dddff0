package dev.nexus.operator.platform;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads fields of a resource leniently: what is absent or of another type is absent. */
final class Fields {

  private final Map<String, Object> root;

  Fields(GenericKubernetesResource resource) {
    this.root = resource.getAdditionalProperties();
  }

  Optional<String> text(String... path) {
    return Optional.ofNullable(at(path)).map(String::valueOf);
  }

  int number(int absent, String... path) {
    return at(path) instanceof Number number ? number.intValue() : absent;
  }

  boolean isTrue(String... path) {
    return text(path).map(Boolean::parseBoolean).orElse(false);
  }

  /** Items of a list of texts. */
  List<String> texts(String... path) {
    return at(path) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** The condition of a type. */
  Optional<Map<?, ?>> condition(String type) {
    if (!(at("status", "conditions") instanceof List<?> conditions)) {
      return Optional.empty();
    }
    for (Object item : conditions) {
      if (item instanceof Map<?, ?> condition && type.equals(condition.get("type"))) {
        return Optional.of(condition);
      }
    }
    return Optional.empty();
  }

  /** Whether the condition of a type is true; some operators write a boolean, others a text. */
  boolean holds(String type) {
    return condition(type)
        .map(condition -> String.valueOf(condition.get("status")))
        .map(Boolean::parseBoolean)
        .orElse(false);
  }

  /** The message of the condition of a type. */
  Optional<String> message(String type) {
    return condition(type).map(condition -> condition.get("message")).map(String::valueOf);
  }

  private @Nullable Object at(String... path) {
    Object value = root;
    for (String key : path) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value;
  }
}
