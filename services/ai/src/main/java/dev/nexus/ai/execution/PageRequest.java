package dev.nexus.ai.execution;

import dev.nexus.common.edge.QueryNumber;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which page of the results is wanted (protocol 4.7).
 *
 * @param page 1-based; 0 or absent is the first
 * @param pageSize 0..100; 0 or absent is {@value #LARGEST}
 * @param cursor a cursor of an earlier answer; beats the page
 */
public record PageRequest(
    @Min(0) @Max(100_000) @Nullable Integer page,
    @Min(0) @Max(LARGEST) @Nullable Integer pageSize,
    @Size(max = 255) @Pattern(regexp = CURSOR) @Nullable String cursor) {

  static final int LARGEST = 100;

  private static final String CURSOR = "(p[0-9]{1,5}s[0-9]{1,3})?";

  static final PageRequest FIRST = new PageRequest(null, null, null);

  /** The page that a query string asks for. */
  static PageRequest ofQuery(
      @Nullable String page, @Nullable String pageSize, @Nullable String cursor) {
    if (cursor != null && !cursor.matches(CURSOR)) {
      throw new NexusException(CommonError.INVALID_VALUE, "cursor is not one of this API")
          .field("cursor");
    }
    return new PageRequest(
        QueryNumber.read("page", page, 0, 100_000, 0),
        QueryNumber.read("page_size", pageSize, 0, LARGEST, 0),
        cursor);
  }

  int number() {
    return fromCursor() ? part(0) : positive(page, 1);
  }

  int size() {
    return Math.min(LARGEST, fromCursor() ? part(1) : positive(pageSize, LARGEST));
  }

  /** The cursor of a page: opaque to clients. */
  static String cursor(int page, int size) {
    return "p" + page + "s" + size;
  }

  private boolean fromCursor() {
    return cursor != null && !cursor.isEmpty();
  }

  private int part(int index) {
    String[] parts = String.valueOf(cursor).substring(1).split("s", 2);
    return Math.max(1, Integer.parseInt(parts[index]));
  }

  private static int positive(@Nullable Integer given, int standard) {
    return given == null || given == 0 ? standard : given;
  }
}
