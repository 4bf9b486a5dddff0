package dev.nexus.gateway.path;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The one spelling of a path: letters, digits and {@code -._~} stand for themselves, every other
 * escape is written in capitals (RFC 3986 section 6.2.2). What one reader could take for structure
 * and another for text is refused rather than resolved: between two proxies that resolve it
 * differently, a path slips past the rule that was meant for it.
 */
final class CanonicalPath {

  private CanonicalPath() {}

  static String of(String raw) {
    StringBuilder path = new StringBuilder(raw.length());
    ByteArrayOutputStream octets = new ByteArrayOutputStream(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      if (c == '%') {
        int octet = Octets.escapedAt(raw, i);
        octets.write(octet);
        path.append(spelled(octet));
        i += 3;
      } else {
        if (!Octets.isPath(c)) {
          throw Refusal.because("a path must escape what is no URI character, and has no ';'");
        }
        octets.write(c);
        path.append(c);
        i++;
      }
    }
    checkText(octets.toByteArray());
    checkSegments(path.toString());
    return path.toString();
  }

  private static String spelled(int octet) {
    if (Octets.isAmbiguous(octet)) {
      throw Refusal.because(
          "a path must not escape '/', '\\', ';', '%', '.' or control characters");
    }
    return Octets.isUnreserved(octet) ? Character.toString(octet) : Octets.escape(octet);
  }

  /** Overlong forms and surrogates are no UTF-8: some decoders make slashes and dots of them. */
  private static void checkText(byte[] octets) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)); // reports, never repairs
    } catch (CharacterCodingException e) {
      throw Refusal.because("the escapes of a path must be UTF-8");
    }
  }

  private static void checkSegments(String path) {
    String closed = path + "/";
    if (path.contains("//") || closed.contains("/./") || closed.contains("/../")) {
      throw Refusal.because("a path must not have empty segments or the segments '.' and '..'");
    }
  }
}
