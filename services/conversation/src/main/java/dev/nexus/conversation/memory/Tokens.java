package dev.nexus.conversation.memory;

import java.nio.charset.StandardCharsets;

/**
 * Estimates tokens without a model's own tokenizer: four bytes of UTF-8 make one, which is four
 * letters of Latin text and two of Cyrillic, and every line costs a few for its role.
 */
final class Tokens {

  private static final int BYTES = 4;
  private static final int PER_LINE = 4;

  private Tokens() {}

  static int of(String content) {
    int bytes = content.getBytes(StandardCharsets.UTF_8).length;
    return PER_LINE + (bytes + BYTES - 1) / BYTES;
  }
}
