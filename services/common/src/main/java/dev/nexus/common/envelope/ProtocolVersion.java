package dev.nexus.common.envelope;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A protocol version as negotiated (protocol 1.6): patch, prerelease and build play no part.
 *
 * @param major must be the server's
 * @param minor may be at most the server's
 */
public record ProtocolVersion(int major, int minor) {

  private static final Pattern SEMVER =
      Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.\\d{1,9}(-[a-zA-Z0-9.-]+)?(\\+[a-zA-Z0-9.-]+)?");

  /** Reads {@code MAJOR.MINOR.PATCH} with optional prerelease and build; empty when malformed. */
  public static Optional<ProtocolVersion> parse(String text) {
    Matcher matcher = SEMVER.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new ProtocolVersion(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Whether a client of this version may talk to the given server. */
  public boolean isServedBy(ProtocolVersion server) {
    return major == server.major && minor <= server.minor;
  }

  /** What the server supports, for example {@code 2.0.x}. */
  public String range() {
    return major + "." + minor + ".x";
  }
}
