package dev.nexus.ai.analysis;

/** How alike two stems are, so that a slip of the finger does not lose the domain. */
final class Similarity {

  /** Shorter stems have too many neighbours that mean something else. */
  private static final int SHORTEST = 6;

  private static final double ALIKE = 0.8;

  private Similarity() {}

  /** 1 for equal stems, less for alike ones, 0 for different ones. */
  static double of(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    int longest = Math.max(a.length(), b.length());
    if (Math.min(a.length(), b.length()) < SHORTEST) {
      return 0;
    }
    double alike = 1 - (double) distance(a, b) / longest;
    return alike < ALIKE ? 0 : alike * alike;
  }

  /** Edits between the two, a swap of neighbours counted as one (optimal string alignment). */
  private static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int cheapest(int[][] edits, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(edits[i - 1][j - 1] + change, Math.min(edits[i - 1][j] + 1, edits[i][j - 1] + 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
