package dev.nexus.ai.analysis;

/**
 * How sure it is that a domain is meant, and how much of the query it covers.
 *
 * @param confidence 0..1, grows with every keyword found
 * @param relevance 0..1, the share of meaningful words that the domain knows
 */
public record Score(double confidence, double relevance) {

  /** What one literal keyword is worth. */
  private static final double KEYWORD = 0.55;

  private static final double SCALE = 1_000;

  /** From how well each meaningful word is known. */
  static Score of(double[] known) {
    double doubt = 1;
    double sum = 0;
    for (double word : known) {
      doubt *= 1 - KEYWORD * word;
      sum += word;
    }
    return new Score(round(1 - doubt), known.length == 0 ? 0 : round(sum / known.length));
  }

  /** At least this confident. */
  Score atLeast(double floor) {
    return new Score(Math.max(floor, confidence), Math.max(floor, relevance));
  }

  /** Rounded to what is worth telling. */
  public static double round(double value) {
    return Math.round(value * SCALE) / SCALE;
  }
}
