package dev.nexus.webhook.registration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/webhooks}: the receiver stands under {@code config} or at the top
 * level. (The third shape of the protocol, under {@code data}, is unwrapped before.)
 */
public record RegistrationRequest(
    @Nullable ConfigRequest config,
    @Nullable String url,
    @Nullable List<@Nullable String> events,
    @Nullable String secret,
    @Nullable RetryPolicyRequest retryPolicy,
    @Nullable Map<String, @Nullable String> headers,
    @Nullable Boolean active,
    @Nullable String description) {

  /** The receiver, wherever it stands. */
  ConfigRequest chosen() {
    return config != null
        ? config
        : new ConfigRequest(url, events, secret, retryPolicy, headers, active, description);
  }

  /** Where it stands, as a prefix of field names. */
  String prefix() {
    return config != null ? "config." : "";
  }

  /** A redacted form: it holds a secret. */
  @Override
  public String toString() {
    return "RegistrationRequest[" + chosen() + "]";
  }
}
