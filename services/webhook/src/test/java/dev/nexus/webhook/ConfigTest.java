package dev.nexus.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.webhook.delivery.DeliveryConfig;
import dev.nexus.webhook.network.NetworkConfig;
import dev.nexus.webhook.registration.RegistrationConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

  @Test
  void hasDefaultsThatNeedNoConfiguration() {
    SmallRyeConfig config = read(Map.of());
    DeliveryConfig delivery = config.getConfigMapping(DeliveryConfig.class);
    assertThat(delivery.timeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(delivery.connectTimeout()).isEqualTo(Duration.ofSeconds(4));
    assertThat(delivery.maxResponseBody().asLongValue()).isEqualTo(65_536);
    assertThat(delivery.maxConcurrency()).isEqualTo(128);
    assertThat(delivery.maxTestData().asLongValue()).isEqualTo(32_768);
    assertThat(delivery.retention()).isEqualTo(Duration.ofDays(30));
    assertThat(delivery.maxKept()).isEqualTo(1_000);
    assertThat(config.getConfigMapping(NetworkConfig.class).allowedNetworks()).isEmpty();
    assertThat(config.getConfigMapping(RegistrationConfig.class).maxPerOwner()).isEqualTo(1_000);
  }

  @Test
  void readsEveryKey() {
    SmallRyeConfig config =
        read(
            Map.of(
                "nexus.webhook.delivery.timeout", "5s",
                "nexus.webhook.delivery.connect-timeout", "1s",
                "nexus.webhook.delivery.max-response-body", "1K",
                "nexus.webhook.delivery.max-concurrency", "2",
                "nexus.webhook.delivery.max-test-data", "2K",
                "nexus.webhook.delivery.retention", "7d",
                "nexus.webhook.delivery.max-kept", "4",
                "nexus.webhook.delivery.allowed-networks", "10.0.0.0/8,fd00::/8",
                "nexus.webhook.registration.max-per-owner", "3"));
    DeliveryConfig delivery = config.getConfigMapping(DeliveryConfig.class);
    assertThat(delivery.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(delivery.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(delivery.maxResponseBody().asLongValue()).isEqualTo(1_024);
    assertThat(delivery.maxConcurrency()).isEqualTo(2);
    assertThat(delivery.maxTestData().asLongValue()).isEqualTo(2_048);
    assertThat(delivery.retention()).isEqualTo(Duration.ofDays(7));
    assertThat(delivery.maxKept()).isEqualTo(4);
    assertThat(config.getConfigMapping(NetworkConfig.class).allowedNetworks())
        .contains(List.of("10.0.0.0/8", "fd00::/8"));
    assertThat(config.getConfigMapping(RegistrationConfig.class).maxPerOwner()).isEqualTo(3);
  }

  private static SmallRyeConfig read(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .withMapping(DeliveryConfig.class)
        .withMapping(NetworkConfig.class)
        .withMapping(RegistrationConfig.class)
        .withValidateUnknown(false)
        .build();
  }
}
