package dev.nexus.conversation.message;

import dev.nexus.common.error.CommonError;
import dev.nexus.conversation.input.Body;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A span of time, without its ends.
 *
 * @param after what it begins with
 * @param before what it ends with
 */
record Span(Instant after, Instant before) {

  private static final Instant BEGINNING = Instant.EPOCH;
  private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * Reads the ends, each RFC 3339; absent ones stand for all of time.
   *
   * @throws dev.nexus.common.error.NexusException INVALID_FORMAT
   */
  static Span of(@Nullable String after, @Nullable String before) {
    return new Span(read("after", after, BEGINNING), read("before", before, END));
  }

  private static Instant read(String field, @Nullable String text, Instant absent) {
    if (text == null || text.isBlank()) {
      return absent;
    }
    try {
      // A plus sign that was not escaped arrives as a space.
      Instant instant = OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
      if (instant.isBefore(BEGINNING)) {
        return BEGINNING;
      }
      return instant.isAfter(END) ? END : instant;
    } catch (DateTimeException e) {
      throw Body.wrong(
          CommonError.INVALID_FORMAT, field, "must be a time such as 2026-01-31T12:00:00Z");
    }
  }
}
