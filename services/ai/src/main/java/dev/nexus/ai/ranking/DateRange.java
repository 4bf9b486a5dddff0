package dev.nexus.ai.ranking;

import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * A span of time.
 *
 * @param from first moment, Unix seconds
 * @param to last moment, Unix seconds; 0 or absent is open
 */
public record DateRange(@PositiveOrZero @Nullable Long from, @PositiveOrZero @Nullable Long to) {

  boolean contains(long seconds) {
    return (from == null || seconds >= from) && (to == null || to == 0 || seconds <= to);
  }
}
