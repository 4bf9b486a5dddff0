package dev.nexus.webhook.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A receiver as its owner sees it (WebhookInfo of protocol 3.5). Times are Unix seconds.
 *
 * @param lastUsedAt absent when nothing was delivered yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
    String id,
    ConfigView config,
    long createdAt,
    long updatedAt,
    @Nullable Long lastUsedAt,
    int successCount,
    int errorCount) {

  /** What the receiver wants. The secret stays here. Delays in ms. */
  record ConfigView(
      String url,
      List<String> events,
      Map<String, String> headers,
      boolean active,
      String description,
      RetryPolicy retryPolicy) {}

  static WebhookView of(Webhook webhook) {
    WebhookConfig config = webhook.config();
    return new WebhookView(
        webhook.id().toString(),
        new ConfigView(
            config.url().toString(),
            config.events(),
            config.headers(),
            config.active(),
            config.description(),
            config.retryPolicy()),
        webhook.createdAt().getEpochSecond(),
        webhook.updatedAt().getEpochSecond(),
        webhook.lastUsedAt().map(java.time.Instant::getEpochSecond).orElse(null),
        Math.clamp(webhook.successCount(), 0, Integer.MAX_VALUE),
        Math.clamp(webhook.errorCount(), 0, Integer.MAX_VALUE));
  }
}
