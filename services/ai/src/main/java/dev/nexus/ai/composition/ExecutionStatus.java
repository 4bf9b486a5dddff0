package dev.nexus.ai.composition;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.nexus.ai.answer.DomainSection;
import dev.nexus.ai.answer.SectionStatus;
import java.util.List;
import java.util.Locale;

/** State of an execution (protocol 4.1). */
public enum ExecutionStatus {
  IN_PROGRESS,
  COMPLETED,
  /** Some domain failed or ran out of time. */
  PARTIAL,
  FAILED,
  TIMEOUT;

  /** The word on the wire. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** From the sections of a finished execution; one without sections is completed. */
  static ExecutionStatus of(List<DomainSection> sections) {
    long failed = sections.stream().filter(s -> s.status().isFailure()).count();
    if (failed == 0) {
      return COMPLETED;
    }
    if (failed < sections.size()) {
      return PARTIAL;
    }
    boolean late = sections.stream().allMatch(s -> s.status() == SectionStatus.TIMEOUT);
    return late ? TIMEOUT : FAILED;
  }
}
