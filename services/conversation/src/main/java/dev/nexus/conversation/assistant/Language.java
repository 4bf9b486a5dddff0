package dev.nexus.conversation.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;

/** The languages of protocol 3.3. */
enum Language {
  RU,
  EN;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The language to answer in: what the conversation's context says ({@code language}, else {@code
   * locale}), else that of the words, else the contract's default.
   */
  static Language of(JsonNode context, String words) {
    return named(context.path("language"))
        .or(() -> named(context.path("locale")))
        .or(() -> spoken(words))
        .orElse(RU);
  }

  private static Optional<Language> named(JsonNode node) {
    String tag = node.asText("").toLowerCase(Locale.ROOT);
    if (tag.startsWith("ru")) {
      return Optional.of(RU);
    }
    return tag.startsWith("en") ? Optional.of(EN) : Optional.empty();
  }

  /** By the letters, of which the first Cyrillic one decides: product names are Latin anywhere. */
  private static Optional<Language> spoken(String words) {
    if (has(words, UnicodeScript.CYRILLIC)) {
      return Optional.of(RU);
    }
    return has(words, UnicodeScript.LATIN) ? Optional.of(EN) : Optional.empty();
  }

  private static boolean has(String words, UnicodeScript script) {
    return words.codePoints().anyMatch(letter -> UnicodeScript.of(letter) == script);
  }
}
