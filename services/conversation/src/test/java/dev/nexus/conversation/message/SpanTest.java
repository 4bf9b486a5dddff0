package dev.nexus.conversation.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nexus.common.error.NexusException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-01-01T12:00:00Z", "2026-01-01T15:00:00+03:00", "2026-01-01T15:00:00 03:00"})
  void readsTimesOfAnyOffset(String text) {
    assertThat(Span.of(text, null).after()).isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z"})
  void keepsWithinWhatTheDatabaseCanHold(String text) {
    Span span = Span.of(text, text);
    assertThat(span.after()).isBetween(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59Z"));
    assertThat(span.before()).isBetween(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1767225600", "2026-01-01", "now"})
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> Span.of(null, text))
        .isInstanceOf(NexusException.class)
        .hasMessageContaining("before must be a time");
  }
}
