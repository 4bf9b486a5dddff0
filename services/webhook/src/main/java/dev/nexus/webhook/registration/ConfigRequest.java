package dev.nexus.webhook.registration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A receiver as a client describes it, unchecked. */
record ConfigRequest(
    @Nullable String url,
    @Nullable List<@Nullable String> events,
    @Nullable String secret,
    @Nullable RetryPolicyRequest retryPolicy,
    @Nullable Map<String, @Nullable String> headers,
    @Nullable Boolean active,
    @Nullable String description) {

  /** A redacted form: it holds a secret. */
  @Override
  public String toString() {
    return "ConfigRequest[url=" + url + "]";
  }
}
