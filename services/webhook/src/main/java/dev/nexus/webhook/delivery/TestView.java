package dev.nexus.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a test delivery went (protocol 3.5).
 *
 * @param status {@code success} or {@code failed}
 * @param responseCode the receiver's HTTP status; absent when it did not answer
 * @param responseTimeMs time of the attempt, ms
 * @param error why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TestView(
    String webhookId,
    String deliveryId,
    String status,
    @Nullable Integer responseCode,
    int responseTimeMs,
    @Nullable String error) {

  static TestView of(Delivery delivery, Attempt attempt) {
    return new TestView(
        delivery.webhookId().toString(),
        delivery.id().toString(),
        attempt.outcome().isSuccess() ? "success" : "failed",
        attempt.outcome().statusCode().orElse(null),
        (int) attempt.took().toMillis(),
        attempt.outcome().error().orElse(null));
  }
}
