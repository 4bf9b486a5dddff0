package dev.nexus.auth.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

  private static final String ID = "3f2b8c9e-7d4a-4c1b-9e8f-0a1b2c3d4e5f";

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7, 203.0.113.7",
    "2001:db8::1, 2001:db8:0:0:0:0:0:1, 2001:db8:0:0:0:0:0:0/64",
    "[2001:DB8:0:0:ffff::2], 2001:db8:0:0:ffff:0:0:2, 2001:db8:0:0:0:0:0:0/64",
    "2001:db8:0:1::1, 2001:db8:0:1:0:0:0:1, 2001:db8:0:1:0:0:0:0/64",
    "not an address, unknown, unknown",
    "'', unknown, unknown",
    "example.com, unknown, unknown",
  })
  void knowsAddressesAndTheNetworkThatCountsAsOneClient(
      String text, String address, String network) {
    Origin origin = Origin.of(text, ID);
    assertThat(origin.address()).isEqualTo(address);
    assertThat(origin.network()).isEqualTo(network);
  }

  @Test
  void believesTheNearestHopOnly() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    assertThat(Origins.address(headers, "10.0.0.1")).isEqualTo("10.0.0.1");
    assertThat(Origins.address(headers, null)).isEqualTo("unknown");
    headers.add("x-forwarded-for", "1.1.1.1, 2.2.2.2");
    assertThat(Origins.address(headers, "10.0.0.1")).isEqualTo("2.2.2.2");
    headers.add("x-forwarded-for", "3.3.3.3");
    assertThat(Origins.address(headers, "10.0.0.1")).isEqualTo("3.3.3.3");
  }
}
