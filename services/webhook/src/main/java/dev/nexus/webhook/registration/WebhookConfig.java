package dev.nexus.webhook.registration;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What a receiver wants: checked, with defaults filled in.
 *
 * @param url absolute http or https
 * @param events names of {@link EventKind} as the client spelled them
 * @param headers added to each delivery; names that a delivery sets itself are left out
 * @param secret key of the signature; empty for unsigned deliveries
 * @param active whether deliveries are made
 */
public record WebhookConfig(
    URI url,
    List<String> events,
    Map<String, String> headers,
    String secret,
    String description,
    boolean active,
    RetryPolicy retryPolicy) {

  public WebhookConfig {
    events = List.copyOf(events);
    headers = Map.copyOf(headers);
  }

  /** A redacted form: secret and headers are the receiver's credentials. */
  @Override
  public String toString() {
    return "WebhookConfig[url=" + url + ", events=" + events + "]";
  }
}
