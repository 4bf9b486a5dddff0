package dev.nexus.gateway.path;

import dev.nexus.common.error.NexusException;
import org.jspecify.annotations.Nullable;

/**
 * A request's target (RFC 9112 section 3.2.1) in its canonical spelling. Routes, rules and peers
 * see this one only, so none of them can read it differently from the others.
 *
 * @param path canonical path, see {@link CanonicalPath}
 * @param query what follows the question mark; null when there is none
 */
public record RequestTarget(String path, @Nullable String query) {

  /** A request line with it fits into the 4,096 bytes that peers read. */
  static final int MAX_LENGTH = 4_000;

  /**
   * Reads the target of a request line.
   *
   * @throws NexusException INVALID_FORMAT (400) unless it is a path that has one reading, with an
   *     optional query
   */
  public static RequestTarget parse(String raw) {
    if (raw.length() > MAX_LENGTH) {
      throw tooLong();
    }
    if (!raw.startsWith("/")) {
      throw Refusal.because("it must be a path, which begins with a slash");
    }
    int mark = raw.indexOf('?');
    RequestTarget target =
        mark < 0
            ? new RequestTarget(CanonicalPath.of(raw), null)
            : new RequestTarget(
                CanonicalPath.of(raw.substring(0, mark)), escaped(raw.substring(mark + 1)));
    if (target.uri().length() > MAX_LENGTH) {
      throw tooLong();
    }
    return target;
  }

  /** The target to send on. */
  public String uri() {
    return query == null ? path : path + "?" + query;
  }

  /**
   * A query decides nothing here, so its escapes are its reader's. Clients that do not escape get
   * it done for them: filters in any language come as they were typed (protocol 3.0).
   */
  private static String escaped(String query) {
    StringBuilder text = new StringBuilder(query.length());
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c == '%') {
        Octets.escapedAt(query, i);
        text.append(c);
      } else if (Octets.isQuery(c)) {
        text.append(c);
      } else if (c == '#' || c > 0xFF || Octets.isControl(c)) {
        throw Refusal.because("a query must not have fragments or control characters");
      } else {
        text.append(Octets.escape(c));
      }
    }
    return text.toString();
  }

  private static NexusException tooLong() {
    return Refusal.because("it is longer than " + MAX_LENGTH + " characters");
  }
}
