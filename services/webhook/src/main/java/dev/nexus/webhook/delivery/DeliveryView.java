package dev.nexus.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the receiver's owner sees it (WebhookDelivery of protocol 5.2).
 *
 * @param payload the body that was sent: JSON, as a string
 * @param signature {@code sha256=<hex>}; absent without a secret
 * @param deliveredAt time of the last attempt, RFC 3339
 * @param statusCode of the last answer, 100..599; absent when none came
 * @param responseBody the answer's beginning
 * @param status {@code success} or {@code failed}
 * @param attempts how often it was tried
 * @param error why the last attempt failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
    String deliveryId,
    String webhookId,
    String eventType,
    String payload,
    @Nullable String signature,
    String deliveredAt,
    @Nullable Integer statusCode,
    @Nullable String responseBody,
    String status,
    int attempts,
    @Nullable String error) {}
