package dev.nexus.conversation.memory;

import java.util.Locale;

/**
 * Something that was said.
 *
 * @param role by whom
 * @param content in words
 */
public record Line(Role role, String content) {

  /** By whom. */
  public enum Role {
    USER,
    ASSISTANT,
    SYSTEM;

    /** The word that models know it by. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
