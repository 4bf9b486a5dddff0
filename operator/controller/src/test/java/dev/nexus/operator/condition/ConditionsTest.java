package dev.nexus.operator.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.operator.api.v1alpha1.Condition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

  private final List<Condition> before =
      List.of(new Conditions(null, 1, THEN).of("Ready", Verdict.fails("Waiting", "for a pod")));

  @Test
  void keepsTheTransitionTimeWhenOnlyTheMessageChanges() {
    Condition after =
        new Conditions(before, 2, NOW).of("Ready", Verdict.fails("Waiting", "for another"));
    assertThat(after.lastTransitionTime()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(after.message()).isEqualTo("for another");
    assertThat(after.observedGeneration()).isEqualTo(2);
  }

  @Test
  void movesTheTransitionTimeWhenTheStatusChanges() {
    Condition after = new Conditions(before, 2, NOW).of("Ready", Verdict.holds("Running", "runs"));
    assertThat(after.lastTransitionTime()).isEqualTo("2026-01-02T00:00:00Z");
  }
}
