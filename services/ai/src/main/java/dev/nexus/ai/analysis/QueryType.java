package dev.nexus.ai.analysis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of answer a query asks for (protocol 4.1). */
public enum QueryType {
  INFORMATION_ONLY,
  WITH_PURCHASES_SERVICES,
  MIXED;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
