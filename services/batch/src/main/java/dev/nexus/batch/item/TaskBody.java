package dev.nexus.batch.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to the ai service for an item: the client's request with what it inherits. A value
 * of the client's that has the wrong type is passed on, for the ai service to say so.
 */
final class TaskBody {

  private static final int STANDARD_TIMEOUT_MS = 30_000;
  private static final int LONGEST_TIMEOUT_MS = 120_000;

  /** Time for the way back, so that a cut answer is still in time. */
  private static final int MARGIN_MS = 500;

  /** One key for all items would give them all the first one's answer. */
  private static final String CACHE_KEY = "x-cache-key";

  private TaskBody() {}

  /**
   * The body for a task whose request is an object.
   *
   * @param requestId makes the call repeatable without a second execution (protocol 1.3)
   * @param left time until nobody waits any more
   */
  static ObjectNode of(Task task, ItemDefaults defaults, UUID requestId, Duration left) {
    ObjectNode body = task.request().deepCopy();
    body.set("options", options(body.get("options"), defaults, left));
    body.set("metadata", metadata(body.get("metadata"), defaults.customHeaders(), requestId));
    return body;
  }

  private static JsonNode options(@Nullable JsonNode own, ItemDefaults defaults, Duration left) {
    if (own != null && !own.isNull() && !own.isObject()) {
      return own;
    }
    ObjectNode options = object(own);
    fill(options, "max_results_per_domain", defaults.maxResultsPerDomain());
    fill(options, "parallel_execution", defaults.parallelExecution());
    fill(options, "include_web_search", defaults.includeWebSearch());
    fill(options, "timeout_ms", OptionalInt.of(defaults.timeoutMs().orElse(STANDARD_TIMEOUT_MS)));
    JsonNode timeout = options.path("timeout_ms");
    int bound = bound(left);
    if (timeout.isInt() && timeout.asInt() > bound && timeout.asInt() <= LONGEST_TIMEOUT_MS) {
      options.put("timeout_ms", bound);
    }
    return options;
  }

  private static int bound(Duration left) {
    int millis = (int) Math.min(LONGEST_TIMEOUT_MS, left.toMillis());
    return Math.max(1, millis - Math.min(MARGIN_MS, millis / 5));
  }

  private static void fill(ObjectNode options, String name, OptionalInt inherited) {
    @Nullable JsonNode own = options.get(name);
    if (inherited.isPresent() && (!isPresent(own) || (own.isInt() && own.asInt() == 0))) {
      options.put(name, inherited.getAsInt());
    }
  }

  private static void fill(ObjectNode options, String name, Optional<Boolean> inherited) {
    if (inherited.isPresent() && !isPresent(options.get(name))) {
      options.put(name, inherited.get());
    }
  }

  private static ObjectNode metadata(
      @Nullable JsonNode own, Map<String, String> inherited, UUID requestId) {
    ObjectNode metadata = object(own);
    Map<String, String> headers = new TreeMap<>(inherited);
    headers.remove(CACHE_KEY);
    metadata
        .path("custom_headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    headers.putIfAbsent("x-request-source", "batch");
    metadata.put("request_id", requestId.toString());
    headers.forEach(metadata.putObject("custom_headers")::put);
    return metadata;
  }

  private static ObjectNode object(@Nullable JsonNode own) {
    return own instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }

  private static boolean isPresent(@Nullable JsonNode node) {
    return node != null && !node.isNull();
  }
}
