package dev.nexus.analytics.scope;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts and dates of the query string; null and empty stand for absent. */
public final class QueryText {

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9998;

  private QueryText() {}

  /**
   * Reads a filter.
   *
   * @throws NexusException INVALID_VALUE when it holds control characters, which nothing stored has
   */
  public static Optional<String> read(String name, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new NexusException(
              CommonError.INVALID_VALUE, name + " must not hold control characters")
          .field(name);
    }
    return Optional.of(text);
  }

  /**
   * Reads a date.
   *
   * @throws NexusException INVALID_FORMAT when it is not {@code YYYY-MM-DD}, INVALID_VALUE when it
   *     is in no time that can be stored
   */
  public static Optional<LocalDate> date(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.parse(text.strip());
      if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
        throw new NexusException(CommonError.INVALID_VALUE, name + " is out of range").field(name);
      }
      return Optional.of(date);
    } catch (DateTimeParseException e) {
      throw new NexusException(CommonError.INVALID_FORMAT, name + " must be a date, YYYY-MM-DD")
          .field(name);
    }
  }
}
