package dev.nexus.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailurePaceTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 249", "72, 178", "127, 123", "250, 0", "251, 249", "900, 100"})
  void waitsForTheNextStep(long elapsed, long left) {
    assertThat(FailurePace.left(Duration.ofMillis(elapsed), Duration.ofMillis(250)))
        .isEqualTo(Duration.ofMillis(left));
  }
}
