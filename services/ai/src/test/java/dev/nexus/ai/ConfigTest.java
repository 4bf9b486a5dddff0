package dev.nexus.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.ai.execution.ExecutionConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

  private static ExecutionConfig read(Map<String, String> values) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(ExecutionConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withSources(new PropertiesConfigSource(values, "test", 100))
            .build();
    return config.getConfigMapping(ExecutionConfig.class);
  }

  @Test
  void staysBelowTheContractsLimitsByDefault() {
    ExecutionConfig config = read(Map.of());
    assertThat(config.budget()).isEqualTo(Duration.ofSeconds(23));
    assertThat(config.retention()).isEqualTo(Duration.ofDays(30));
    assertThat(config.cacheTtl()).isEqualTo(Duration.ofSeconds(300));
    assertThat(config.quotaPerDay()).isEqualTo(1_000_000);
  }

  @Test
  void takesEveryKey() {
    ExecutionConfig config =
        read(
            Map.of(
                "nexus.ai.execution.budget", "5s",
                "nexus.ai.execution.retention", "1d",
                "nexus.ai.execution.cache-ttl", "1m",
                "nexus.ai.execution.quota-per-day", "7"));
    assertThat(config.budget()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.retention()).isEqualTo(Duration.ofDays(1));
    assertThat(config.cacheTtl()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.quotaPerDay()).isEqualTo(7);
  }
}
