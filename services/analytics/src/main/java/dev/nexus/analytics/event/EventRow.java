package dev.nexus.analytics.event;

import dev.nexus.analytics.fact.Facts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link NewEvent} as the insert reads it: one JSON object per row, named like the columns. */
record EventRow(
    int number,
    @Nullable UUID key,
    @Nullable String madeId,
    String expiresAt,
    String occurredAt,
    String id,
    String ownerTenant,
    String ownerId,
    String eventType,
    String userId,
    String tenantId,
    @Nullable String data,
    String kind,
    @Nullable Boolean succeeded,
    @Nullable Double responseMs,
    @Nullable Integer results,
    @Nullable String executionId,
    @Nullable List<String> domains,
    @Nullable Boolean cacheHit,
    @Nullable Double relevance) {

  static EventRow of(NewEvent event, int number, Instant now) {
    Facts facts = event.facts();
    boolean madeId = event.key().flatMap(EventKey::window).isPresent();
    return new EventRow(
        number,
        event.key().map(EventKey::digest).orElse(null),
        madeId ? event.id() : null,
        event
            .key()
            .flatMap(EventKey::window)
            .map(window -> now.plus(window).toString())
            .orElse("infinity"),
        event.occurredAt().toString(),
        event.id(),
        event.logger().tenant(),
        event.logger().principal(),
        event.eventType(),
        event.userId(),
        event.tenantId(),
        event.data().orElse(null),
        facts.kind().name(),
        facts.succeeded().orElse(null),
        facts.responseMs().orElse(null),
        facts.results().orElse(null),
        facts.executionId().orElse(null),
        facts.domains().isEmpty() ? null : facts.domains(),
        facts.cacheHit().orElse(null),
        facts.relevance().orElse(null));
  }
}
