package dev.nexus.analytics.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as a client sent it: checked, nothing filled in.
 *
 * @param eventId the client's own id, by which a repetition is told
 * @param timestamp when it happened, if not now
 */
record Draft(
    Optional<String> eventId,
    String eventType,
    Optional<String> userId,
    Optional<String> tenantId,
    Optional<JsonNode> data,
    Optional<Instant> timestamp) {}
