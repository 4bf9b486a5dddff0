package dev.nexus.operator.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalQuantityTest {

  @ParameterizedTest
  @CsvSource({
    "0.5, 500m",
    "1000m, 1",
    "1500m, 1500m",
    "2, 2",
    "0.01, 10m",
    "2000, 2k",
    "1024Mi, 1Gi",
    "512Mi, 512Mi",
    "1536Mi, 1536Mi",
    "1.5Gi, 1536Mi",
    "1000000, 1M",
    "0, 0",
    "100Gi, 100Gi",
  })
  void writesWhatTheApiServerStores(String given, String stored) {
    assertThat(CanonicalQuantity.of(new Quantity(given)).toString()).isEqualTo(stored);
  }
}
