package dev.nexus.webhook.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells public addresses from those that only reach into somebody's network (RFC 6890 and the IANA
 * special-purpose registries). IPv4-mapped IPv6 addresses are IPv4 addresses to Java, so they meet
 * the rules of IPv4.
 *
 * @param allowed blocks that may be reached although they are not public
 */
public record AddressRules(List<AddressBlock> allowed) {

  private static final AddressBlock GLOBAL_IPV6 = AddressBlock.parse("2000::/3");

  private static final List<AddressBlock> NOT_PUBLIC =
      Stream.of(
              "0.0.0.0/8", // this network
              "10.0.0.0/8", // private
              "100.64.0.0/10", // carrier-grade NAT
              "127.0.0.0/8", // loopback
              "169.254.0.0/16", // link-local, cloud metadata
              "172.16.0.0/12", // private
              "192.0.0.0/24", // protocol assignments
              "192.0.2.0/24", // documentation
              "192.88.99.0/24", // 6to4 relays
              "192.168.0.0/16", // private
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/4", // multicast
              "240.0.0.0/4", // reserved, broadcast
              "2001::/23", // Teredo, ORCHID and other assignments
              "2001:db8::/32", // documentation
              "2002::/16", // 6to4
              "3fff::/20") // documentation
          .map(AddressBlock::parse)
          .toList();

  public AddressRules {
    allowed = List.copyOf(allowed);
  }

  /**
   * Whether the address may be connected to. Of IPv6 only global unicast is public: that leaves out
   * loopback, unique-local, link-local, multicast and NAT64 by construction.
   */
  public boolean permits(InetAddress address) {
    return allowed.stream().anyMatch(block -> block.contains(address)) || isPublic(address);
  }

  private static boolean isPublic(InetAddress address) {
    return (!(address instanceof Inet6Address) || GLOBAL_IPV6.contains(address))
        && NOT_PUBLIC.stream().noneMatch(block -> block.contains(address));
  }
}
