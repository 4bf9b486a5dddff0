package dev.nexus.conversation.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * In which form it was said (protocol 5.3). The content of a voice message is what was spoken, that
 * of an image what it shows or where it is, in words: the assistant is asked with them.
 */
enum MessageType {
  TEXT,
  VOICE,
  IMAGE;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<MessageType> parse(String wire) {
    return Arrays.stream(values()).filter(type -> type.wire().equals(wire)).findFirst();
  }
}
