package dev.nexus.webhook.registration;

import dev.nexus.common.error.CommonError;
import org.jspecify.annotations.Nullable;

/** Checks a retry policy (protocol 5.2). */
final class RetryRules {

  private static final int MAX_RETRIES = 10;
  private static final double MAX_FACTOR = 5.0;

  /** A day: a delivery that waits longer than that helps nobody. */
  private static final long MAX_DELAY_MS = 86_400_000;

  private RetryRules() {}

  /** The policy with its defaults. */
  static RetryPolicy check(String field, @Nullable RetryPolicyRequest request) {
    if (request == null) {
      return RetryPolicy.DEFAULT;
    }
    RetryPolicy absent = RetryPolicy.DEFAULT;
    int retries = request.maxRetries() == null ? absent.maxRetries() : request.maxRetries();
    long initial = request.initialDelay() == null ? absent.initialDelay() : request.initialDelay();
    long max =
        request.maxDelay() == null ? Math.max(initial, absent.maxDelay()) : request.maxDelay();
    double factor =
        request.backoffFactor() == null ? absent.backoffFactor() : request.backoffFactor();
    require(retries >= 0 && retries <= MAX_RETRIES, field + ".max_retries", "must be 0..10");
    require(
        initial >= 0 && initial <= MAX_DELAY_MS,
        field + ".initial_delay",
        "must be 0..86400000 ms");
    require(max >= 0 && max <= MAX_DELAY_MS, field + ".max_delay", "must be 0..86400000 ms");
    require(factor >= 1.0 && factor <= MAX_FACTOR, field + ".backoff_factor", "must be 1.0..5.0");
    return new RetryPolicy(retries, initial, max, factor);
  }

  private static void require(boolean valid, String field, String problem) {
    if (!valid) {
      throw RegistrationRules.wrong(CommonError.INVALID_VALUE, field, problem);
    }
  }
}
