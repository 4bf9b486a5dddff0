package dev.nexus.ai.ranking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.ai.answer.ResultItem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What results can be ordered by, read from their free data. */
final class ItemFacts {

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d \\u00a0\\u202f]*(?:[.,]\\d+)?");

  private ItemFacts() {}

  /** The number of a price such as {@code "1 290,50 ₽"}. */
  static OptionalDouble price(ResultItem item) {
    Matcher number = NUMBER.matcher(item.data().path("price").asText());
    if (!number.find()) {
      return OptionalDouble.empty();
    }
    String plain = number.group().replaceAll("[ \\u00a0\\u202f]", "").replace(',', '.');
    return OptionalDouble.of(Double.parseDouble(plain));
  }

  static OptionalDouble rating(ResultItem item) {
    JsonNode rating = item.data().path("rating");
    return rating.isNumber() ? OptionalDouble.of(rating.asDouble()) : OptionalDouble.empty();
  }

  /** Unix seconds of {@code date}, itself Unix seconds or {@code YYYY-MM-DD…}. */
  static OptionalLong date(ResultItem item) {
    JsonNode date = item.data().path("date");
    if (date.isIntegralNumber()) {
      return OptionalLong.of(date.asLong());
    }
    String text = date.asText();
    try {
      return text.length() < 10
          ? OptionalLong.empty()
          : OptionalLong.of(
              LocalDate.parse(text.substring(0, 10)).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    } catch (DateTimeParseException e) {
      return OptionalLong.empty();
    }
  }
}
