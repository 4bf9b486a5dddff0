package dev.nexus.webhook.registration;

/**
 * When a failed delivery is tried again (protocol 5.2): after min(initial · factor^(n-1), max).
 *
 * @param maxRetries attempts after the first, 0..10
 * @param initialDelay ms
 * @param maxDelay ms, at least the initial delay
 * @param backoffFactor 1.0..5.0
 */
public record RetryPolicy(int maxRetries, long initialDelay, long maxDelay, double backoffFactor) {

  /** What every client of the protocol uses. */
  public static final RetryPolicy DEFAULT = new RetryPolicy(3, 1_000, 30_000, 2.0);
}
