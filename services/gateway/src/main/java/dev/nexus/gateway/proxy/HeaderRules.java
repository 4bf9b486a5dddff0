package dev.nexus.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which headers travel on. */
final class HeaderRules {

  /** They speak of one connection (RFC 9110 section 7.6.1), or the gateway writes them itself. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-authentication-info",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings");

  /** A client must not tell a peer who or where it is, nor call for another method or path. */
  private static final Set<String> FORGEABLE =
      Set.of(
          "host",
          "expect",
          "authorization",
          "x-request-id",
          "forwarded",
          "via",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "x-originating-ip",
          "x-remote-ip",
          "x-remote-addr",
          "true-client-ip",
          "cf-connecting-ip",
          "fastly-client-ip",
          "remote-user",
          "x-remote-user",
          "x-user",
          "x-user-id",
          "x-user-email",
          "x-user-roles",
          "x-username",
          "x-roles",
          "x-tenant",
          "x-tenant-id",
          "x-client-cert",
          "ssl-client-cert",
          "x-original-host",
          "x-original-method",
          "x-original-uri",
          "x-original-url",
          "x-rewrite-url",
          "x-http-method",
          "x-http-method-override",
          "x-method-override");

  private static final List<String> FORGEABLE_PREFIXES =
      List.of(
          ":",
          "x-forwarded-",
          "x-ratelimit-",
          "x-nexus-",
          "x-auth-request-",
          "x-authenticated-",
          "x-ssl-client-");

  private HeaderRules() {}

  /** Copies what of a request's headers may reach a peer. */
  static void copyRequest(MultiMap from, MultiMap to) {
    Set<String> named = namedInConnection(from);
    // With both, the length is the one that lies (RFC 9112 section 6.3).
    boolean chunked = from.contains("Transfer-Encoding");
    for (Map.Entry<String, String> header : from) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (HOP_BY_HOP.contains(name)
          || FORGEABLE.contains(name)
          || named.contains(name)
          || (chunked && name.equals("content-length"))
          || hasForgeablePrefix(name)) {
        continue;
      }
      to.add(header.getKey(), header.getValue());
    }
  }

  /** Copies what of a peer's headers may reach the client. */
  static void copyResponse(MultiMap from, MultiMap to) {
    Set<String> named = namedInConnection(from);
    for (Map.Entry<String, String> header : from) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!HOP_BY_HOP.contains(name) && !named.contains(name) && !name.startsWith("x-ratelimit-")) {
        to.add(header.getKey(), header.getValue());
      }
    }
  }

  private static boolean hasForgeablePrefix(String name) {
    for (String prefix : FORGEABLE_PREFIXES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> namedInConnection(MultiMap headers) {
    if (!headers.contains("Connection")) {
      return Set.of();
    }
    Set<String> named = new HashSet<>();
    for (String value : headers.getAll("Connection")) {
      for (String name : value.split(",", -1)) {
        named.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    // A client must not make the gateway drop what frames the body.
    named.remove("content-length");
    return named;
  }
}
