package dev.nexus.auth.origin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a request came from.
 *
 * @param address the client's IP address, in its canonical text, or {@value #UNKNOWN}
 * @param requestId version 4 UUID
 */
public record Origin(String address, String requestId) {

  static final String UNKNOWN = "unknown";

  private static final int SITE_BYTES = 8;

  /** An origin by its address in any spelling; what is no IP address is unknown. */
  static Origin of(String address, String requestId) {
    return new Origin(
        parse(address) instanceof InetAddress known ? known.getHostAddress() : UNKNOWN, requestId);
  }

  /** The network that counts as one client: one IPv4 address, or the /64 that a site is given. */
  public String network() {
    if (!(parse(address) instanceof Inet6Address v6)) {
      return address;
    }
    byte[] prefix = v6.getAddress();
    Arrays.fill(prefix, SITE_BYTES, prefix.length, (byte) 0);
    try {
      return InetAddress.getByAddress(prefix).getHostAddress() + "/64";
    } catch (UnknownHostException e) {
      throw new IllegalStateException("sixteen bytes are an address", e);
    }
  }

  private static Object parse(String address) {
    String bare =
        address.startsWith("[") && address.endsWith("]")
            ? address.substring(1, address.length() - 1)
            : address;
    try {
      return InetAddress.ofLiteral(bare);
    } catch (IllegalArgumentException e) {
      return UNKNOWN;
    }
  }
}
