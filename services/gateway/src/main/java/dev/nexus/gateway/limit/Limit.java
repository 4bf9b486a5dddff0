package dev.nexus.gateway.limit;

import java.time.Duration;

/**
 * A request limit.
 *
 * @param name its name in configuration and metrics
 * @param requests requests in a period, and at once
 * @param period the period
 */
public record Limit(String name, int requests, Duration period) {

  public Limit {
    if (requests < 1 || intervalMicros(requests, period) < 1) {
      throw new IllegalArgumentException(
          "nexus.gateway.limits." + name + " needs at least one request in a positive period");
    }
  }

  /** Time between two requests at the limit's rate. */
  long intervalMicros() {
    return intervalMicros(requests, period);
  }

  /** How far ahead of the rate a caller may be. */
  long burstMicros() {
    return intervalMicros() * requests;
  }

  private static long intervalMicros(int requests, Duration period) {
    return period.toNanos() / 1_000 / requests;
  }
}
