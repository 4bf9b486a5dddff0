package dev.nexus.conversation.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a conversation reads of an ExecuteTemplateResponse (protocol 4.5).
 *
 * @param id the execution; the user can read all of it by {@code GET /api/v1/templates/status/{id}}
 * @param status state of the execution
 * @param queryType what the user was understood to want, or empty
 * @param provider who composed the answer, or empty
 * @param domains that gave results
 * @param results in their ranking's order
 */
record Execution(
    String id,
    String status,
    String queryType,
    String provider,
    List<String> domains,
    List<Result> results) {

  /** One result, in words. */
  record Result(String id, String title, String description) {}

  /** Reads the data of an answer; what is missing is empty. */
  static Execution from(JsonNode data) {
    List<String> domains = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    for (JsonNode section : data.path("sections")) {
      JsonNode items = section.path("results");
      if (!items.isEmpty()) {
        domains.add(section.path("domain_id").asText());
      }
      items.forEach(item -> results.add(result(item)));
    }
    Map<String, Integer> ranks = ranks(data.path("ranking").path("items"));
    results.sort(
        Comparator.comparingInt(result -> ranks.getOrDefault(result.id(), Integer.MAX_VALUE)));
    return new Execution(
        data.path("execution_id").asText(),
        data.path("status").asText(),
        data.path("query_type").asText(),
        data.path("metadata").path("provider").asText(),
        List.copyOf(domains),
        List.copyOf(results));
  }

  /** Whether it ended with something to tell, be it that nothing was found. */
  boolean isAnswer() {
    return status.equals("completed") || (status.equals("partial") && !results.isEmpty());
  }

  boolean isPartial() {
    return status.equals("partial");
  }

  /** Whether it ran out of time rather than failed. */
  boolean isLate() {
    return status.equals("timeout") || status.equals("in_progress");
  }

  private static Result result(JsonNode item) {
    return new Result(
        item.path("id").asText(),
        item.path("title").asText().strip(),
        item.path("description").asText().strip());
  }

  private static Map<String, Integer> ranks(JsonNode items) {
    Map<String, Integer> ranks = new HashMap<>();
    items.forEach(item -> ranks.put(item.path("id").asText(), item.path("rank").asInt()));
    return ranks;
  }
}
