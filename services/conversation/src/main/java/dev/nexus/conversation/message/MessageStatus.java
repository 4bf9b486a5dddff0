package dev.nexus.conversation.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** State of a message (protocol 5.3). */
enum MessageStatus {
  SENT,
  DELIVERED,
  READ,
  /** Of an answer that could not be given. */
  FAILED;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MessageStatus of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
