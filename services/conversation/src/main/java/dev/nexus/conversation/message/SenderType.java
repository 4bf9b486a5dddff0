package dev.nexus.conversation.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who said it (protocol 5.3). */
enum SenderType {
  USER,
  ASSISTANT,
  SYSTEM;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SenderType of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
