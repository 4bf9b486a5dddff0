package dev.nexus.analytics.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.analytics.scope.Scope;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventKeyTest {

  private static final Duration WINDOW = Duration.ofSeconds(60);

  @Test
  void isTheSameForTheSameEventWhateverTheRoles() {
    assertThat(EventKey.ofEvent(new Scope("t", "p", false), "e"))
        .isEqualTo(EventKey.ofEvent(new Scope("t", "p", true), "e"));
  }

  @Test
  void differsWhereAnythingDiffers() {
    assertThat(
            Stream.of(
                EventKey.ofEvent(new Scope("t", "p", false), "e"),
                EventKey.ofEvent(new Scope("t", "p", false), "f"),
                EventKey.ofEvent(new Scope("t", "q", false), "e"),
                EventKey.ofEvent(new Scope("u", "p", false), "e"),
                EventKey.ofEvent(new Scope("t", "pe", false), ""),
                EventKey.ofEvent(new Scope("tp", "", false), "e"),
                EventKey.ofRequest("r", 0, WINDOW),
                EventKey.ofRequest("r", 1, WINDOW),
                EventKey.ofRequest("r1", 0, WINDOW)))
        .extracting(EventKey::digest)
        .doesNotHaveDuplicates();
  }
}
