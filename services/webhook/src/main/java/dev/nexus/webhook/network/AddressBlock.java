package dev.nexus.webhook.network;

import java.net.InetAddress;

/**
 * A block of addresses in CIDR notation, of IPv4 or IPv6.
 *
 * @param network any address of the block
 * @param prefix how many leading bits count
 */
public record AddressBlock(InetAddress network, int prefix) {

  public AddressBlock {
    if (prefix < 0 || prefix > network.getAddress().length * 8) {
      throw new IllegalArgumentException("no such prefix length: " + prefix);
    }
  }

  /**
   * Reads {@code 10.0.0.0/8}, or an address alone for the block of just that one.
   *
   * @throws IllegalArgumentException when the text is no such block; names are never resolved
   */
  public static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int prefix =
        slash < 0 ? network.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1));
    return new AddressBlock(network, prefix);
  }

  /** Whether the address lies in the block; never for an address of the other family. */
  public boolean contains(InetAddress address) {
    byte[] ours = network.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit += 8) {
      int mask = 0xFF << Math.max(0, 8 - (prefix - bit)) & 0xFF;
      if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
