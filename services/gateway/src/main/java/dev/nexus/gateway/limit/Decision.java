package dev.nexus.gateway.limit;

import dev.nexus.common.envelope.RateLimitInfo;
import java.time.Instant;

/**
 * Whether a request may pass.
 *
 * @param allowed whether it may
 * @param limit the limit's requests in a period
 * @param remaining requests that may come at once now
 * @param resetAt when the limit is whole again
 * @param retryAfterSeconds when refused, after how many seconds the next one may pass, at least 1
 */
public record Decision(
    boolean allowed, int limit, int remaining, Instant resetAt, long retryAfterSeconds) {

  /** The limit as the wire shows it. */
  public RateLimitInfo info() {
    return new RateLimitInfo(limit, remaining, resetAt.getEpochSecond());
  }
}
