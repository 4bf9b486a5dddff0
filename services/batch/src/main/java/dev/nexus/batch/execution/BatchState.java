package dev.nexus.batch.execution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a batch stands; it is in progress first and in one of the others for good. */
public enum BatchState {
  IN_PROGRESS,
  /** At least one item was successful. */
  COMPLETED,
  /** No item was successful, or the run was interrupted for good. */
  FAILED,
  CANCELLED;

  boolean isFinal() {
    return this != IN_PROGRESS;
  }

  /** The word on the wire. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static BatchState read(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
