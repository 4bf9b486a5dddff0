package dev.nexus.ai.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Keywords ready to be compared with a query.
 *
 * @param phrases stems of each keyword; a keyword of several words matches as a whole
 */
public record Vocabulary(Set<List<String>> phrases) {

  /** The vocabulary of these keywords. */
  public static Vocabulary of(Collection<String> keywords) {
    return new Vocabulary(
        Set.copyOf(keywords.stream().map(Words::stemsOf).filter(p -> !p.isEmpty()).toList()));
  }

  /** How well each word of the query is known here, 0..1, in the query's order. */
  public double[] match(List<String> stems) {
    double[] known = new double[stems.size()];
    for (List<String> phrase : phrases) {
      for (int at = 0; at + phrase.size() <= stems.size(); at++) {
        double alike = alike(stems, at, phrase);
        for (int i = at; i < at + phrase.size(); i++) {
          known[i] = Math.max(known[i], alike);
        }
      }
    }
    return known;
  }

  /** Whether the query says any of the keywords, literally. */
  public boolean isIn(List<String> stems) {
    for (double known : match(stems)) {
      if (known == 1) {
        return true;
      }
    }
    return false;
  }

  private static double alike(List<String> stems, int at, List<String> phrase) {
    double least = 1;
    for (int i = 0; i < phrase.size() && least > 0; i++) {
      least = Math.min(least, Similarity.of(stems.get(at + i), phrase.get(i)));
    }
    return least;
  }
}
