package dev.nexus.ai.composition;

import java.util.List;

/**
 * Results from the web (protocol 4.5).
 *
 * @param results what was found
 * @param searchEngine who searched; {@code none} when no engine is configured
 * @param totalResults how many there are
 */
public record WebSearch(List<Hit> results, String searchEngine, int totalResults) {

  /** The answer without a search engine. */
  static final WebSearch NONE = new WebSearch(List.of(), "none", 0);

  /**
   * A page of the web.
   *
   * @param title the page's
   * @param url absolute
   * @param snippet at most 2000 characters
   * @param relevance 0..1
   */
  public record Hit(String title, String url, String snippet, double relevance) {}
}
