package dev.nexus.webhook.registration;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A registered receiver.
 *
 * @param ownerId the principal that registered it; nobody else sees it
 * @param successCount deliveries that succeeded
 * @param errorCount deliveries that failed for good
 */
public record Webhook(
    UUID id,
    String ownerId,
    String tenantId,
    WebhookConfig config,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> lastUsedAt,
    long successCount,
    long errorCount) {

  /** A receiver that has not been used yet. */
  static Webhook registered(
      UUID id, String ownerId, String tenantId, WebhookConfig config, Instant now) {
    return new Webhook(id, ownerId, tenantId, config, now, now, Optional.empty(), 0, 0);
  }
}
