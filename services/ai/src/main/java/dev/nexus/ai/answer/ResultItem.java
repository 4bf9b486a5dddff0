package dev.nexus.ai.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One result (protocol 4.5).
 *
 * @param id {@code [A-Za-z0-9._-]}, unique in the execution, at most 100 characters
 * @param type at most 100 characters
 * @param title at most 500 characters
 * @param description at most 2000 characters
 * @param data free; prices and amounts are strings with their currency
 * @param relevance 0..1
 * @param confidence 0..1
 * @param actions what the user can do with it
 */
public record ResultItem(
    String id,
    String type,
    String title,
    String description,
    ObjectNode data,
    double relevance,
    double confidence,
    List<Action> actions) {

  public ResultItem {
    actions = List.copyOf(actions);
  }
}
