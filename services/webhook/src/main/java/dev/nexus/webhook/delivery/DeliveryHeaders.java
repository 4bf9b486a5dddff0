package dev.nexus.webhook.delivery;

import dev.nexus.webhook.registration.WebhookConfig;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The headers of an attempt: the receiver's own, then ours (protocol 5.2, Standard Webhooks). */
final class DeliveryHeaders {

  private DeliveryHeaders() {}

  /**
   * @param at time of the attempt, which the Standard Webhooks signature covers
   */
  static Map<String, String> of(WebhookConfig config, Delivery delivery, Instant at) {
    String seconds = Long.toString(at.getEpochSecond());
    String eventId = delivery.eventId().toString();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("User-Agent", "Nexus-Webhook/2.0");
    headers.put("Content-Type", "application/json");
    headers.putAll(config.headers());
    headers.put("X-Nexus-Event", delivery.eventType());
    headers.put("X-Nexus-Delivery", delivery.id().toString());
    headers.put("X-Nexus-Timestamp", seconds);
    headers.put("webhook-id", eventId);
    headers.put("webhook-timestamp", seconds);
    delivery
        .signature()
        .ifPresent(
            signature -> {
              headers.put("X-Nexus-Signature", signature);
              headers.put(
                  "webhook-signature",
                  Signature.standard(config.secret(), eventId, at, delivery.payload()));
            });
    return headers;
  }
}
