package dev.nexus.batch.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nexus.batch.execution.Capacity.Place;
import dev.nexus.batch.item.Deadline;
import dev.nexus.common.error.NexusException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapacityTest {

  private final Capacity capacity =
      new Capacity(
          new SmallRyeConfigBuilder()
              .addDiscoveredConverters()
              .withMapping(ExecutionConfig.class)
              .withSources(
                  new PropertiesConfigSource(
                      Map.of(
                          "nexus.batch.execution.max-batches", "1",
                          "nexus.batch.execution.max-calls", "1"),
                      "test",
                      100))
              .build()
              .getConfigMapping(ExecutionConfig.class));

  @Test
  void refusesABatchTooMany() {
    Place place = capacity.batch();
    assertThatThrownBy(capacity::batch)
        .isInstanceOfSatisfying(
            NexusException.class,
            e -> assertThat(e.code().name()).isEqualTo("SERVICE_UNAVAILABLE"));
    place.close();
    capacity.batch().close();
  }

  @Test
  void letsAnItemWaitForItsPlaceUntilTheDeadline() throws InterruptedException {
    Deadline over = Deadline.after(Duration.ZERO);
    Place place = capacity.call(over).orElseThrow();
    assertThat(capacity.call(Deadline.after(Duration.ofMillis(20)))).isEmpty();
    place.close();
    assertThat(capacity.call(over)).isPresent();
  }
}
