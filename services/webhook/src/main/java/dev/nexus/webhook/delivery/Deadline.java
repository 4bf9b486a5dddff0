package dev.nexus.webhook.delivery;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A moment by which something must be done.
 *
 * @param nanos on the scale of {@link System#nanoTime()}
 */
record Deadline(long nanos) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The time left, at least a millisecond. */
  Duration left() {
    return Duration.ofMillis(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime())));
  }

  /** The future's result, if it comes in time. */
  <T> T await(Future<T> future) throws ExecutionException, InterruptedException, TimeoutException {
    return future.get(left().toMillis(), TimeUnit.MILLISECONDS);
  }
}
