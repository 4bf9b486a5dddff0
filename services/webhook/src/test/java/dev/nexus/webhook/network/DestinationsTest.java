package dev.nexus.webhook.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

  private static final InetAddress PUBLIC = InetAddress.ofLiteral("8.8.8.8");
  private static final InetAddress PRIVATE = InetAddress.ofLiteral("10.0.0.1");

  private static Destinations resolvingTo(InetAddress... addresses) {
    return new Destinations(host -> List.of(addresses), new AddressRules(List.of()));
  }

  @Test
  void givesTheAddressesThatItChecked() throws Exception {
    assertThat(resolvingTo(PUBLIC).addressesOf("example.com")).containsExactly(PUBLIC);
  }

  @Test
  void refusesAHostOfWhichAnyAddressIsPrivate() {
    assertThatThrownBy(() -> resolvingTo(PUBLIC, PRIVATE).addressesOf("example.com"))
        .isInstanceOf(ForbiddenAddressException.class)
        .hasMessageContaining("example.com")
        .hasMessageNotContaining("10.0.0.1");
  }

  @Test
  void tellsThatANameDoesNotResolve() {
    Destinations destinations =
        new Destinations(
            host -> {
              throw new UnknownHostException(host);
            },
            new AddressRules(List.of()));
    assertThatThrownBy(() -> destinations.addressesOf("x.invalid"))
        .isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::1]", "10.1.2.3", "2130706433", "127.1", "[fe80::1]"})
  void knowsAForbiddenLiteralInEverySpelling(String host) {
    assertThat(resolvingTo().isForbiddenLiteral(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "example.com", "8.8.8.8", "[2606:4700::1111]"})
  void leavesNamesAndPublicLiteralsAlone(String host) {
    assertThat(resolvingTo().isForbiddenLiteral(host)).isFalse();
  }
}
