package dev.nexus.ai.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a domain answered (protocol 4.1). */
public enum SectionStatus {
  SUCCESS,
  ERROR,
  TIMEOUT,
  /** Waits for the user. */
  PENDING;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the domain failed to answer. */
  public boolean isFailure() {
    return this == ERROR || this == TIMEOUT;
  }
}
