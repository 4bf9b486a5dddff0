package dev.nexus.operator.condition;

/**
 * What a condition says.
 *
 * @param status True, False or Unknown
 * @param reason why, one CamelCase word
 * @param message why and what to do next, one sentence
 */
public record Verdict(String status, String reason, String message) {

  public static Verdict holds(String reason, String message) {
    return new Verdict("True", reason, message);
  }

  public static Verdict fails(String reason, String message) {
    return new Verdict("False", reason, message);
  }

  public boolean isTrue() {
    return "True".equals(status);
  }
}
