package dev.nexus.gateway.path;

import org.jspecify.annotations.Nullable;

/**
 * A request's target (RFC 9112 section 3.2.1) in its canonical spelling. Routes, rules and peers
 * see this one only, so none of them can read it differently from the others.
 *
 * @param path canonical path, see {@link CanonicalPath}
 * @param query what follows the question mark, as it was sent; null when there is none
 */
public record RequestTarget(String path, @Nullable String query) {

  /** A request line with it fits into the 4,096 bytes that peers read. */
  static final int MAX_LENGTH = 4_000;

  /**
   * Reads the target of a request line.
   *
   * @throws dev.nexus.common.error.NexusException INVALID_FORMAT (400) unless it is a path that has
   *     one reading, with an optional query
   */
  public static RequestTarget parse(String raw) {
    if (raw.length() > MAX_LENGTH) {
      throw Refusal.because("it is longer than " + MAX_LENGTH + " characters");
    }
    if (!raw.startsWith("/")) {
      throw Refusal.because("it must be a path, which begins with a slash");
    }
    int mark = raw.indexOf('?');
    if (mark < 0) {
      return new RequestTarget(CanonicalPath.of(raw), null);
    }
    String query = raw.substring(mark + 1);
    checkQuery(query);
    return new RequestTarget(CanonicalPath.of(raw.substring(0, mark)), query);
  }

  /** The target to send on. */
  public String uri() {
    return query == null ? path : path + "?" + query;
  }

  /** A query decides nothing here, so its escapes are its reader's; it must only be one. */
  private static void checkQuery(String query) {
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c == '%') {
        Octets.escapedAt(query, i);
      } else if (!Octets.isQuery(c)) {
        throw Refusal.because("a query must escape what is no URI character");
      }
    }
  }
}
