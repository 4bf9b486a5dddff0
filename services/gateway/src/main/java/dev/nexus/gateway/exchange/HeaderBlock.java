package dev.nexus.gateway.exchange;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.vertx.core.MultiMap;
import java.util.Map;

/** How long a request's headers may be in all. */
final class HeaderBlock {

  /** With what the gateway adds they fit into the 20 kB that peers read. */
  static final int MAX_LENGTH = 16_384;

  private static final int SEPARATORS = ": \r\n".length();

  private HeaderBlock() {}

  /**
   * Checks the length of the headers.
   *
   * @throws NexusException INVALID_FORMAT (400) when peers would not read them
   */
  static void check(MultiMap headers) {
    long length = 0;
    for (Map.Entry<String, String> header : headers) {
      if (!header.getKey().startsWith(":")) { // HTTP/2 has the request line among them
        length += header.getKey().length() + header.getValue().length() + SEPARATORS;
      }
    }
    if (length > MAX_LENGTH) {
      throw new NexusException(
          CommonError.INVALID_FORMAT,
          "The request's headers are longer than " + MAX_LENGTH + " bytes in all");
    }
  }
}
