package dev.nexus.conversation.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** State of a conversation (protocol 5.3). */
public enum ConversationStatus {
  ACTIVE,
  /** Idle for long: it can be read and takes no more messages. */
  ARCHIVED,
  /** Past its retention: its texts are erased, and only that it was is still known. */
  DELETED;

  /** The word on the wire. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a word that {@link #wire()} gave. */
  public static ConversationStatus of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
