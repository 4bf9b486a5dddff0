package dev.nexus.conversation.assistant;

import java.time.Duration;

/**
 * A point in time that work must not outlast.
 *
 * @param nanos of {@link System#nanoTime()}
 */
public record Deadline(long nanos) {

  /** So far from now; at once when negative. */
  public static Deadline after(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** What is left; zero or less when it has passed. */
  public Duration remaining() {
    return Duration.ofNanos(nanos - System.nanoTime());
  }
}
