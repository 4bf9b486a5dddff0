package dev.nexus.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.analytics.database.DatabaseConfig;
import dev.nexus.analytics.event.IngestConfig;
import dev.nexus.analytics.export.ExportConfig;
import dev.nexus.analytics.partition.PartitionConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

  @Test
  void hasDefaultsThatNeedNoConfiguration() {
    SmallRyeConfig config = read(Map.of());
    IngestConfig ingest = config.getConfigMapping(IngestConfig.class);
    assertThat(ingest.maxBatch()).isEqualTo(1_000);
    assertThat(ingest.maxDataSize().asLongValue()).isEqualTo(32_768);
    assertThat(ingest.maxConcurrency()).isEqualTo(8);
    assertThat(ingest.maxPending().asLongValue()).isEqualTo(16_777_216);
    assertThat(ingest.patience()).isEqualTo(Duration.ofSeconds(2));
    assertThat(ingest.maxAhead()).isEqualTo(Duration.ofMinutes(5));
    PartitionConfig partition = config.getConfigMapping(PartitionConfig.class);
    assertThat(partition.retentionDays()).isEqualTo(400);
    assertThat(partition.daysAhead()).isEqualTo(7);
    ExportConfig export = config.getConfigMapping(ExportConfig.class);
    assertThat(export.maxConcurrency()).isEqualTo(3);
    assertThat(export.timeout()).isEqualTo(Duration.ofMinutes(15));
    assertThat(export.linkValidity()).isEqualTo(Duration.ofHours(1));
    DatabaseConfig database = config.getConfigMapping(DatabaseConfig.class);
    assertThat(database.statementTimeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(database.maxReads()).isEqualTo(6);
    assertThat(database.maxWaitingReads()).isEqualTo(256);
    assertThat(database.patience()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void readsEveryKey() {
    SmallRyeConfig config =
        read(
            Map.ofEntries(
                Map.entry("nexus.analytics.ingest.max-batch", "5"),
                Map.entry("nexus.analytics.ingest.max-data-size", "1K"),
                Map.entry("nexus.analytics.ingest.max-concurrency", "2"),
                Map.entry("nexus.analytics.ingest.max-pending", "2K"),
                Map.entry("nexus.analytics.ingest.patience", "1s"),
                Map.entry("nexus.analytics.ingest.max-ahead", "1m"),
                Map.entry("nexus.analytics.partition.retention-days", "3"),
                Map.entry("nexus.analytics.partition.days-ahead", "4"),
                Map.entry("nexus.analytics.export.max-concurrency", "6"),
                Map.entry("nexus.analytics.export.timeout", "7s"),
                Map.entry("nexus.analytics.export.link-validity", "8s"),
                Map.entry("nexus.analytics.database.statement-timeout", "9s"),
                Map.entry("nexus.analytics.database.max-reads", "10"),
                Map.entry("nexus.analytics.database.max-waiting-reads", "11"),
                Map.entry("nexus.analytics.database.patience", "12s")));
    IngestConfig ingest = config.getConfigMapping(IngestConfig.class);
    assertThat(ingest.maxBatch()).isEqualTo(5);
    assertThat(ingest.maxDataSize().asLongValue()).isEqualTo(1_024);
    assertThat(ingest.maxConcurrency()).isEqualTo(2);
    assertThat(ingest.maxPending().asLongValue()).isEqualTo(2_048);
    assertThat(ingest.patience()).isEqualTo(Duration.ofSeconds(1));
    assertThat(ingest.maxAhead()).isEqualTo(Duration.ofMinutes(1));
    PartitionConfig partition = config.getConfigMapping(PartitionConfig.class);
    assertThat(partition.retentionDays()).isEqualTo(3);
    assertThat(partition.daysAhead()).isEqualTo(4);
    ExportConfig export = config.getConfigMapping(ExportConfig.class);
    assertThat(export.maxConcurrency()).isEqualTo(6);
    assertThat(export.timeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(export.linkValidity()).isEqualTo(Duration.ofSeconds(8));
    DatabaseConfig database = config.getConfigMapping(DatabaseConfig.class);
    assertThat(database.statementTimeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(database.maxReads()).isEqualTo(10);
    assertThat(database.maxWaitingReads()).isEqualTo(11);
    assertThat(database.patience()).isEqualTo(Duration.ofSeconds(12));
  }

  private static SmallRyeConfig read(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .withMapping(IngestConfig.class)
        .withMapping(PartitionConfig.class)
        .withMapping(ExportConfig.class)
        .withMapping(DatabaseConfig.class)
        .withValidateUnknown(false)
        .build();
  }
}
