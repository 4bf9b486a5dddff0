package dev.nexus.conversation.assistant;

/** Cutting of texts. */
final class Texts {

  private Texts() {}

  /** At most so many chars from the beginning, never half of a character. */
  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(max - 1));
    return text.substring(0, splits ? max - 1 : max);
  }
}
