package dev.nexus.ai.composition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.ai.composition.CacheHints.Mode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheHintsTest {

  private static CacheHints hints(String key, String value) {
    return CacheHints.from(Map.of(key, value), Duration.ofSeconds(300));
  }

  @ParameterizedTest
  @CsvSource({
    "no-cache, NO_CACHE",
    "cache-only, CACHE_ONLY",
    "network-first, NETWORK_FIRST",
    "cache-first, CACHE_FIRST",
    "sometimes, CACHE_FIRST",
  })
  void readsTheModeAndIgnoresUnknownOnes(String value, Mode mode) {
    assertThat(hints("x-cache-control", value).mode()).isEqualTo(mode);
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "86400, 86400", "86401, 300", "-1, 300", "soon, 300", "0, 0"})
  void readsTheTimeToLiveWithinADay(String value, int seconds) {
    assertThat(hints("x-cache-ttl", value).ttl()).hasSeconds(seconds);
  }

  @Test
  void ignoresAKeyThatIsTooLong() {
    assertThat(hints("x-cache-key", "mine").key()).contains("mine");
    assertThat(hints("x-cache-key", "k".repeat(256)).key()).isEmpty();
  }
}
