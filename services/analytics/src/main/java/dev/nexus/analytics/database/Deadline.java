package dev.nexus.analytics.database;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;

/**
 * When work must be done.
 *
 * @param atNanos on the scale of {@link System#nanoTime()}
 */
record Deadline(long atNanos) {

  /** What PostgreSQL says of a statement that it cancels at its limit. */
  static final String CANCELLED = "57014";

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /**
   * The time left, a millisecond at least; fails like a statement at its limit when there is none.
   */
  Duration left() throws SQLException {
    Duration left = Duration.ofNanos(atNanos - System.nanoTime());
    if (left.toMillis() < 1) {
      throw new SQLTimeoutException("no time left for another statement", CANCELLED);
    }
    return left;
  }
}
