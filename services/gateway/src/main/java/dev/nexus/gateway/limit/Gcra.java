package dev.nexus.gateway.limit;

import java.time.Instant;

/**
 * The generic cell rate algorithm: a caller has one number, the theoretical arrival time (TAT) of
 * its next request at the limit's rate. Pure; gcra.lua says the same in Redis.
 */
final class Gcra {

  /**
   * What became of a request.
   *
   * @param allowed whether it may pass
   * @param aheadMicros how far the TAT is ahead of now
   * @param waitMicros when refused, the time until the next request may pass
   */
  record Outcome(boolean allowed, long aheadMicros, long waitMicros) {

    Decision decision(Limit limit, Instant now) {
      long remaining = Math.max(0, (limit.burstMicros() - aheadMicros) / limit.intervalMicros());
      long resetMillis = now.toEpochMilli() + aheadMicros / 1_000;
      return new Decision(
          allowed,
          limit.requests(),
          (int) remaining,
          Instant.ofEpochSecond(Math.ceilDiv(resetMillis, 1_000)),
          allowed ? 0 : Math.max(1, Math.ceilDiv(waitMicros, 1_000_000)));
    }
  }

  private Gcra() {}

  /** Takes one request. */
  static Outcome take(long tatMicros, long nowMicros, Limit limit) {
    long ahead = Math.max(0, tatMicros - nowMicros);
    long next = ahead + limit.intervalMicros();
    return next > limit.burstMicros()
        ? new Outcome(false, ahead, next - limit.burstMicros())
        : new Outcome(true, next, 0);
  }
}
