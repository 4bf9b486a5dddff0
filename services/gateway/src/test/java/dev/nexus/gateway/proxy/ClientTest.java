package dev.nexus.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {

  private static final Client CONNECTED = new Client("10.0.0.9", "http", "gateway");

  private static MultiMap forwarded(String chain) {
    return MultiMap.caseInsensitiveMultiMap()
        .add("X-Forwarded-For", chain)
        .add("X-Forwarded-Proto", "https")
        .add("X-Forwarded-Host", "api.example");
  }

  @Test
  void believesNoHeaderWithoutTrustedProxies() {
    assertThat(Client.of(CONNECTED, forwarded("8.8.8.8"), 0)).isEqualTo(CONNECTED);
  }

  @ParameterizedTest
  @CsvSource({
    "'8.8.8.8', 1, 8.8.8.8",
    "'6.6.6.6, 8.8.8.8', 1, 8.8.8.8",
    "'6.6.6.6, 8.8.8.8, 10.0.0.2', 2, 8.8.8.8",
    "'8.8.8.8', 5, 8.8.8.8",
  })
  void takesTheEntryThatTheOutermostTrustedProxyHasAppended(
      String chain, int hops, String address) {
    assertThat(Client.of(CONNECTED, forwarded(chain), hops))
        .isEqualTo(new Client(address, "https", "api.example"));
  }

  @Test
  void takesTheConnectionWhenTheProxySaysNothing() {
    assertThat(Client.of(CONNECTED, MultiMap.caseInsensitiveMultiMap(), 1)).isEqualTo(CONNECTED);
  }
}
