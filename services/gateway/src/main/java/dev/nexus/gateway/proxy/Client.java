package dev.nexus.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from. X-Forwarded headers can be written by anyone, so only the entries that
 * trusted proxies have appended count.
 *
 * @param address IP address
 * @param scheme http or https
 * @param host what the client called the gateway; null when it did not say
 */
public record Client(String address, String scheme, @Nullable String host) {

  /**
   * The client as the trusted proxies saw it.
   *
   * @param connected what the connection itself says
   * @param headers the request's headers
   * @param trustedHops number of proxies to believe
   */
  public static Client of(Client connected, MultiMap headers, int trustedHops) {
    if (trustedHops == 0) {
      return connected;
    }
    List<String> hops = new ArrayList<>();
    for (String value : headers.getAll("X-Forwarded-For")) {
      for (String hop : value.split(",", -1)) {
        hops.add(hop.strip());
      }
    }
    hops.add(connected.address());
    String address = hops.get(Math.max(0, hops.size() - 1 - trustedHops));
    String scheme = headers.get("X-Forwarded-Proto");
    String host = headers.get("X-Forwarded-Host");
    return new Client(
        address,
        "https".equalsIgnoreCase(scheme) ? "https" : connected.scheme(),
        host == null ? connected.host() : host);
  }
}
