package dev.nexus.webhook.network;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a URL says about where it leads.
 *
 * @param host a name, or an address literal, IPv6 in brackets
 * @param port -1 when the URL names none
 * @param credentials whether the URL holds some
 */
public record Authority(String host, int port, boolean credentials) {

  /** A name with an underscore: name services know such hosts, {@link URI} does not. */
  private static final Pattern UNDERSCORED =
      Pattern.compile("([^@]*@)?((?=[^:]*_)[0-9A-Za-z_][0-9A-Za-z_.-]{0,252})(?::([0-9]{0,9}))?");

  /** The URL's, if it names a host. */
  public static Optional<Authority> of(URI url) {
    if (url.getHost() != null) {
      return Optional.of(new Authority(url.getHost(), url.getPort(), url.getRawUserInfo() != null));
    }
    if (url.getRawAuthority() == null) {
      return Optional.empty();
    }
    Matcher parts = UNDERSCORED.matcher(url.getRawAuthority());
    return parts.matches()
        ? Optional.of(new Authority(parts.group(2), port(parts.group(3)), parts.group(1) != null))
        : Optional.empty();
  }

  private static int port(@Nullable String digits) {
    return digits == null || digits.isEmpty() ? -1 : Integer.parseInt(digits);
  }
}
