package dev.nexus.webhook.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns a host into addresses that may be connected to. */
public final class Destinations {

  private final NameResolver resolver;
  private final AddressRules rules;

  public Destinations(NameResolver resolver, AddressRules rules) {
    this.resolver = resolver;
    this.rules = rules;
  }

  /**
   * The host's addresses, every one of them permitted. Connect to these and never to the name: it
   * may mean something else a moment later.
   *
   * @throws UnknownHostException when the name does not resolve
   * @throws ForbiddenAddressException when any of its addresses is not permitted
   */
  public List<InetAddress> addressesOf(String host)
      throws UnknownHostException, ForbiddenAddressException {
    List<InetAddress> addresses = resolver.resolve(host);
    for (InetAddress address : addresses) {
      if (!rules.permits(address)) {
        throw new ForbiddenAddressException(host);
      }
    }
    return addresses;
  }

  /** Whether the host is an address literal that is not permitted; names are not resolved here. */
  public boolean isForbiddenLiteral(String host) {
    try {
      return !rules.permits(InetAddress.ofLiteral(host.replace("[", "").replace("]", "")));
    } catch (IllegalArgumentException name) {
      return false;
    }
  }
}
