package dev.nexus.webhook.registration;

import dev.nexus.common.error.CommonError;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which headers a client may add to its deliveries: any but those of the connection and of the
 * signature, which are dropped (protocol 3.5).
 */
final class HeaderRules {

  private static final int MAX_HEADERS = 50;
  private static final int MAX_VALUE = 4_096;
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");
  private static final Set<String> OURS =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "webhook-id",
          "webhook-timestamp",
          "webhook-signature",
          "x-nexus-signature",
          "x-nexus-event",
          "x-nexus-delivery",
          "x-nexus-timestamp");

  private HeaderRules() {}

  /** The headers that a delivery will carry. */
  static Map<String, String> check(String field, @Nullable Map<String, @Nullable String> headers) {
    Map<String, String> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (headers == null) {
      return kept;
    }
    if (headers.size() > MAX_HEADERS) {
      throw RegistrationRules.wrong(
          CommonError.INVALID_VALUE, field, "may hold " + MAX_HEADERS + " headers");
    }
    headers.forEach(
        (name, value) -> {
          if (!isHeader(name, value)) {
            throw RegistrationRules.wrong(
                CommonError.INVALID_VALUE, field, "must map header names to one-line values");
          }
          if (value != null && !OURS.contains(name.toLowerCase(Locale.ROOT))) {
            kept.put(name, value);
          }
        });
    return kept;
  }

  private static boolean isHeader(String name, @Nullable String value) {
    return NAME.matcher(name).matches()
        && (value == null || (value.length() <= MAX_VALUE && VALUE.matcher(value).matches()));
  }
}
