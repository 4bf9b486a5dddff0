package dev.nexus.ai.catalogue;

/**
 * A text in every language.
 *
 * @param ru Russian
 * @param en English
 */
public record Localized(String ru, String en) {

  /** The text in the given language. */
  public String in(Language language) {
    return language == Language.EN ? en : ru;
  }
}
