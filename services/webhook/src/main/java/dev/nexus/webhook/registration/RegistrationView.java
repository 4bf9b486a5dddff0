package dev.nexus.webhook.registration;

import java.util.List;
import java.util.Map;

/**
 * Answer to a registration: what both known kinds of client look for.
 *
 * @param status {@code registered}
 * @param createdAt RFC 3339
 */
record RegistrationView(
    String webhookId,
    String status,
    String message,
    String url,
    List<String> events,
    Map<String, String> headers,
    boolean active,
    String createdAt) {

  static RegistrationView of(Webhook webhook) {
    return new RegistrationView(
        webhook.id().toString(),
        "registered",
        "Webhook registered",
        webhook.config().url().toString(),
        webhook.config().events(),
        webhook.config().headers(),
        webhook.config().active(),
        webhook.createdAt().toString());
  }
}
