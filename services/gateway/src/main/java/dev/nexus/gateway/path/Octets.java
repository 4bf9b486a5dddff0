package dev.nexus.gateway.path;

import java.util.HexFormat;

/** The character classes of RFC 3986, and one of ours. */
final class Octets {

  private static final String UNRESERVED_SIGNS = "-._~";

  /** Signs that stand for themselves in a path, less the semicolon: readers differ on it. */
  private static final String PATH_SIGNS = UNRESERVED_SIGNS + "/!$&'()*+,=:@";

  /** Brackets are not of RFC 3986, yet every client sends them as they are. */
  private static final String QUERY_SIGNS = PATH_SIGNS + ";?[]";

  private static final String STRUCTURE = "/\\;%.";

  private static final HexFormat CAPITALS = HexFormat.of().withUpperCase();

  private Octets() {}

  static boolean isUnreserved(int c) {
    return isLetterOrDigit(c) || UNRESERVED_SIGNS.indexOf(c) >= 0;
  }

  static boolean isPath(int c) {
    return isLetterOrDigit(c) || PATH_SIGNS.indexOf(c) >= 0;
  }

  static boolean isQuery(int c) {
    return isLetterOrDigit(c) || QUERY_SIGNS.indexOf(c) >= 0;
  }

  /** Whether an escape of it hides structure from one reader and shows it to another. */
  static boolean isAmbiguous(int octet) {
    return isControl(octet) || STRUCTURE.indexOf(octet) >= 0;
  }

  static boolean isControl(int octet) {
    return octet < 0x20 || octet == 0x7F;
  }

  static String escape(int octet) {
    return "%" + CAPITALS.toHexDigits((byte) octet);
  }

  /** The octet that an escape stands for. */
  static int escapedAt(String text, int percent) {
    int high = percent + 2 < text.length() ? hex(text.charAt(percent + 1)) : -1;
    int low = high < 0 ? -1 : hex(text.charAt(percent + 2));
    if (low < 0) {
      throw Refusal.because("'%' must be followed by two hexadecimal digits");
    }
    return high * 16 + low;
  }

  /** Character.digit would take the digits of every script. */
  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
