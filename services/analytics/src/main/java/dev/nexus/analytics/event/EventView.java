package dev.nexus.analytics.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/**
 * An event on the wire (AnalyticsEvent of protocol 3.7).
 *
 * @param data the object as it was sent
 * @param timestamp RFC 3339
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventView(
    String id,
    String eventType,
    String userId,
    String tenantId,
    @JsonRawValue @Nullable String data,
    String timestamp) {

  public static EventView of(StoredEvent event) {
    return new EventView(
        event.id(),
        event.eventType(),
        event.userId(),
        event.tenantId(),
        event.data().orElse(null),
        event.occurredAt().toString());
  }
}
