package dev.nexus.ai.catalogue;

import org.jspecify.annotations.Nullable;

/** Languages that answers are given in (protocol 3.3). */
public enum Language {
  RU,
  EN;

  /** The language of a validated request field; Russian when it names none. */
  public static Language of(@Nullable String field) {
    return "en".equals(field) ? EN : RU;
  }
}
