package dev.nexus.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/webhooks/{id}/test}, in either spelling; all of it may be absent.
 *
 * @param event name of the event to send, or {@code eventType}
 * @param data an object to send with it, or {@code testData}
 */
public record TestRequest(
    @Nullable String event,
    @Nullable String eventType,
    @Nullable JsonNode data,
    @Nullable JsonNode testData) {

  static final TestRequest EMPTY = new TestRequest(null, null, null, null);
}
