package dev.nexus.batch.item;

import java.time.Duration;

/**
 * The moment by which an answer must be there.
 *
 * @param atNanos on the scale of {@link System#nanoTime()}
 */
public record Deadline(long atNanos) {

  /** The given time from now. */
  public static Deadline after(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** What is left, never negative. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
  }

  public boolean isOver() {
    return remaining().isZero();
  }
}
