package dev.nexus.analytics.event;

import java.time.Instant;
import java.util.Optional;

/**
 * A stored event.
 *
 * @param data a JSON object as text
 */
public record StoredEvent(
    String id,
    String eventType,
    String userId,
    String tenantId,
    Optional<String> data,
    Instant occurredAt) {}
