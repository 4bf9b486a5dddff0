package dev.nexus.conversation.message;

import dev.nexus.common.edge.QueryNumber;
import org.jspecify.annotations.Nullable;

/**
 * Query of {@code GET /api/v1/conversations/{id}/history} (protocol 3.6), as it was sent.
 *
 * @param limit 1..100, 50 when absent
 * @param offset messages to pass over, from the oldest
 * @param before RFC 3339, exclusive
 * @param after RFC 3339, exclusive
 */
record HistoryQuery(
    @Nullable String limit,
    @Nullable String offset,
    @Nullable String before,
    @Nullable String after) {

  private static final int MAX_PAGE = 100;
  private static final int PAGE = 50;

  int readLimit() {
    return QueryNumber.read("limit", limit, 1, MAX_PAGE, PAGE);
  }

  int readOffset() {
    return QueryNumber.read("offset", offset, 0, Integer.MAX_VALUE, 0);
  }
}
