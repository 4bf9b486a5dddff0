package dev.nexus.operator.platform.settings;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Durations as specs write them: {@code 1h30m}. The CRD's pattern admits nothing else. */
final class GoDuration {

  private GoDuration() {}

  static Optional<Duration> parse(@Nullable String text) {
    return text == null
        ? Optional.empty()
        : Optional.of(Duration.parse("PT" + text.toUpperCase(java.util.Locale.ROOT)));
  }

  /** The form that cert-manager stores, for example {@code 2160h0m0s}. */
  static String format(Duration duration) {
    return duration.toHours()
        + "h"
        + duration.toMinutesPart()
        + "m"
        + duration.toSecondsPart()
        + "s";
  }
}
