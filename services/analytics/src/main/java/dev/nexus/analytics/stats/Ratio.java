package dev.nexus.analytics.stats;

/** A share of 0..1; of nothing it is 0 (protocol 5.4), so that no figure is ever not a number. */
final class Ratio {

  private Ratio() {}

  static double of(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
