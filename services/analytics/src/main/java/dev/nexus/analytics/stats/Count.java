package dev.nexus.analytics.stats;

/** Counts as clients can read them: 32 bits (protocol 1.9). */
final class Count {

  private Count() {}

  static int of(long count) {
    return Math.clamp(count, 0, Integer.MAX_VALUE);
  }
}
