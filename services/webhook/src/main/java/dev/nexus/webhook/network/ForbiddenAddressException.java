package dev.nexus.webhook.network;

/** A host leads to an address that is neither public nor allowed. Names the host, no address. */
public final class ForbiddenAddressException extends Exception {

  private static final long serialVersionUID = 1L;

  ForbiddenAddressException(String host) {
    super(host + " leads to an address that is not public", null, false, false);
  }
}
