package dev.nexus.common.edge;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import org.jspecify.annotations.Nullable;

/**
 * A whole number of the query string. Read from text: JAX-RS would answer an unreadable number with
 * 404.
 */
public final class QueryNumber {

  private QueryNumber() {}

  /**
   * Reads a number between two bounds, both included.
   *
   * @param name the parameter, named in the error
   * @param text what was sent; null or empty stands for absent
   * @throws NexusException INVALID_FORMAT when it is no number, INVALID_VALUE when out of bounds
   */
  public static int read(String name, @Nullable String text, int min, int max, int absent) {
    if (text == null || text.isBlank()) {
      return absent;
    }
    int value;
    try {
      value = Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new NexusException(CommonError.INVALID_FORMAT, name + " must be a whole number")
          .field(name);
    }
    if (value < min || value > max) {
      throw new NexusException(
              CommonError.INVALID_VALUE, name + " must be between " + min + " and " + max)
          .field(name);
    }
    return value;
  }
}
