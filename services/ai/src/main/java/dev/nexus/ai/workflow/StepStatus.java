package dev.nexus.ai.workflow;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** State of a step (protocol 4.1); clients know no other word for done than completed. */
public enum StepStatus {
  PENDING,
  COMPLETED;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
