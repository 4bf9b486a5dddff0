package dev.nexus.webhook.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  private static final AddressRules PUBLIC_ONLY = new AddressRules(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255"
      })
  void refusesEveryKindOfIpv4AddressThatIsNotPublic(String address) {
    assertThat(PUBLIC_ONLY.permits(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:808:808::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void refusesEveryKindOfIpv6AddressThatIsNotPublic(String address) {
    assertThat(PUBLIC_ONLY.permits(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "2606:4700::1111",
        "2a00:1450::1",
        "2003::1"
      })
  void permitsPublicAddresses(String address) {
    assertThat(PUBLIC_ONLY.permits(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void permitsWhatIsAllowedAndNothingBesides() {
    AddressRules rules =
        new AddressRules(
            List.of(AddressBlock.parse("10.1.2.0/23"), AddressBlock.parse("fd00:1::/32")));
    assertThat(rules.permits(InetAddress.ofLiteral("10.1.3.255"))).isTrue();
    assertThat(rules.permits(InetAddress.ofLiteral("::ffff:10.1.2.1"))).isTrue();
    assertThat(rules.permits(InetAddress.ofLiteral("10.1.4.0"))).isFalse();
    assertThat(rules.permits(InetAddress.ofLiteral("fd00:1::5"))).isTrue();
    assertThat(rules.permits(InetAddress.ofLiteral("fd00:2::5"))).isFalse();
  }

  @Test
  void takesAnAddressAloneForABlockOfOne() {
    AddressBlock block = AddressBlock.parse("127.0.0.2");
    assertThat(block.contains(InetAddress.ofLiteral("127.0.0.2"))).isTrue();
    assertThat(block.contains(InetAddress.ofLiteral("127.0.0.3"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "example.com/8", "10.0.0.0/x", "::/129", ""})
  void refusesToReadWhatIsNoBlock(String text) {
    assertThatThrownBy(() -> AddressBlock.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
