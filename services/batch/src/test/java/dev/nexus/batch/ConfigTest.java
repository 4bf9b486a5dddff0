package dev.nexus.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.batch.execution.ExecutionConfig;
import dev.nexus.batch.item.ItemConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

  private static SmallRyeConfig read(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(ExecutionConfig.class)
        .withMapping(ItemConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build();
  }

  @Test
  void staysBelowTheContractsLimitsByDefault() {
    SmallRyeConfig config = read(Map.of());
    ExecutionConfig execution = config.getConfigMapping(ExecutionConfig.class);
    assertThat(execution.budget()).isEqualTo(Duration.ofSeconds(23));
    assertThat(execution.concurrency()).isEqualTo(10);
    assertThat(execution.maxCalls()).isEqualTo(64);
    assertThat(execution.maxBatches()).isEqualTo(64);
    assertThat(execution.lease()).isEqualTo(Duration.ofSeconds(10));
    assertThat(execution.retention()).isEqualTo(Duration.ofDays(30));
    assertThat(execution.quotaPerDay()).isEqualTo(1_000_000);
    ItemConfig item = config.getConfigMapping(ItemConfig.class);
    assertThat(item.attempts()).isEqualTo(3);
    assertThat(item.maxResponseSize().asLongValue()).isEqualTo(1 << 20);
  }

  @Test
  void takesEveryKey() {
    SmallRyeConfig config =
        read(
            Map.of(
                "nexus.batch.execution.budget", "5s",
                "nexus.batch.execution.concurrency", "2",
                "nexus.batch.execution.max-calls", "3",
                "nexus.batch.execution.max-batches", "4",
                "nexus.batch.execution.lease", "6s",
                "nexus.batch.execution.retention", "1d",
                "nexus.batch.execution.quota-per-day", "7",
                "nexus.batch.item.attempts", "1",
                "nexus.batch.item.max-response-size", "1K"));
    ExecutionConfig execution = config.getConfigMapping(ExecutionConfig.class);
    assertThat(execution.budget()).isEqualTo(Duration.ofSeconds(5));
    assertThat(execution.concurrency()).isEqualTo(2);
    assertThat(execution.maxCalls()).isEqualTo(3);
    assertThat(execution.maxBatches()).isEqualTo(4);
    assertThat(execution.lease()).isEqualTo(Duration.ofSeconds(6));
    assertThat(execution.retention()).isEqualTo(Duration.ofDays(1));
    assertThat(execution.quotaPerDay()).isEqualTo(7);
    ItemConfig item = config.getConfigMapping(ItemConfig.class);
    assertThat(item.attempts()).isEqualTo(1);
    assertThat(item.maxResponseSize().asLongValue()).isEqualTo(1_024);
  }
}
