package dev.nexus.ai.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A piece of built-in content.
 *
 * @param id unique in the catalogue, {@code [a-z0-9.-]}
 * @param type the result's type on the wire
 * @param keywords what a query about it says
 * @param related domains whose presence in a query makes this topic fit
 * @param title short
 * @param description one to three sentences
 * @param data values of the result; an object of the keys {@code ru} and {@code en} is localized
 */
public record Topic(
    String id,
    String type,
    List<String> keywords,
    List<String> related,
    Localized title,
    Localized description,
    ObjectNode data) {

  public Topic {
    keywords = List.copyOf(keywords);
    related = List.copyOf(related);
  }

  /** The data in one language. */
  public ObjectNode data(Language language) {
    ObjectNode chosen = JsonNodeFactory.instance.objectNode();
    String key = language == Language.EN ? "en" : "ru";
    for (var entry : data.properties()) {
      JsonNode value = entry.getValue();
      boolean localized = value.isObject() && value.size() == 2 && value.has("ru");
      chosen.set(entry.getKey(), localized ? value.get(key) : value);
    }
    return chosen;
  }
}
