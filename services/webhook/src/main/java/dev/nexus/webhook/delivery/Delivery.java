package dev.nexus.webhook.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One event for one receiver.
 *
 * @param payload the body, exactly as it is signed and sent
 * @param signature the protocol's signature; absent when the receiver has no secret
 */
record Delivery(
    UUID id,
    UUID webhookId,
    UUID eventId,
    String eventType,
    String payload,
    Optional<String> signature,
    Instant createdAt) {}
