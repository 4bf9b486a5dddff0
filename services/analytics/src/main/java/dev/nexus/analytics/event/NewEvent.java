package dev.nexus.analytics.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.analytics.fact.Facts;
import dev.nexus.analytics.fact.FactsReader;
import dev.nexus.analytics.scope.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event to be stored.
 *
 * @param id the client's, or a UUID
 * @param key recognises a repetition, if it can be
 * @param logger who logged it
 * @param userId whom it names, or the logger
 * @param tenantId the tenant it names, or the logger's
 * @param data a JSON object as text
 */
record NewEvent(
    String id,
    Optional<EventKey> key,
    Scope logger,
    String eventType,
    String userId,
    String tenantId,
    Optional<String> data,
    Instant occurredAt,
    Facts facts) {

  /** Fills in what the client left out. */
  static NewEvent of(Draft draft, Scope logger, Optional<EventKey> requestKey, Instant now) {
    return new NewEvent(
        draft.eventId().orElseGet(() -> UUID.randomUUID().toString()),
        draft.eventId().map(id -> EventKey.ofEvent(logger, id)).or(() -> requestKey),
        logger,
        draft.eventType(),
        draft.userId().orElse(logger.principal()),
        draft.tenantId().orElse(logger.tenant()),
        draft.data().map(JsonNode::toString),
        draft.timestamp().orElse(now),
        FactsReader.read(draft.eventType(), draft.data()));
  }

  /** About how much memory it takes. */
  long bytes() {
    return 512L + data.map(String::length).orElse(0);
  }
}
