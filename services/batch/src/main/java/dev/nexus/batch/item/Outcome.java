package dev.nexus.batch.item;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.common.envelope.CacheInfo;
import java.util.Optional;

/** What came of an item. */
public sealed interface Outcome {

  /** Whether the item counts as successful (protocol 5.1). */
  boolean succeeded();

  /**
   * The ai service executed it, whatever the result.
   *
   * @param response ExecuteTemplateResponse as it came
   * @param cache how the answer relates to the cache, if that was told
   */
  record Answered(JsonNode response, Optional<Cached> cache) implements Outcome {

    @Override
    public boolean succeeded() {
      String status = response.path("status").asText();
      return status.equals("completed") || status.equals("partial");
    }
  }

  /** There is no execution of it. */
  record Unanswered(ItemError error) implements Outcome {

    @Override
    public boolean succeeded() {
      return false;
    }
  }

  /**
   * What is kept of a {@link CacheInfo}.
   *
   * @param hit whether the answer came from the cache
   * @param ttl seconds that it may be kept
   */
  record Cached(boolean hit, int ttl) {}
}
