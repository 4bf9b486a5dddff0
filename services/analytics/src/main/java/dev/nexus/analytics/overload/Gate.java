package dev.nexus.analytics.overload;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a bounded amount of work through at a time and a bounded amount wait for it; turns the rest
 * away. Waiting is fair.
 */
public final class Gate {

  private static final int UNIT = 1_024;

  private final String what;
  private final int slots;
  private final Duration patience;
  private final Semaphore free;
  private final Semaphore room;

  /**
   * @param what what is done, for the message to those turned away
   * @param slots how much is done at a time
   * @param pendingBytes how much may be under way or wait, by the size of what it holds
   * @param patience longest wait
   */
  public Gate(String what, int slots, long pendingBytes, Duration patience) {
    this.what = what;
    this.slots = slots;
    this.patience = patience;
    this.free = new Semaphore(slots, true);
    this.room = new Semaphore(units(pendingBytes));
  }

  /**
   * A gate for work that holds nothing worth measuring.
   *
   * @param waiting how many may wait
   */
  public static Gate ofCount(String what, int slots, int waiting, Duration patience) {
    return new Gate(what, slots, (slots + waiting - 1L) * UNIT, patience);
  }

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /**
   * Does the work when its turn comes.
   *
   * @param bytes the size of what the work holds in memory
   * @throws OverloadException when there is no room to wait or the wait would be too long
   */
  public <T, E extends Exception> T pass(long bytes, Work<T, E> work) throws E {
    int units = units(bytes);
    if (!room.tryAcquire(units)) {
      throw overload();
    }
    try {
      awaitSlot();
      try {
        return work.run();
      } finally {
        free.release();
      }
    } finally {
      room.release(units);
    }
  }

  private void awaitSlot() {
    try {
      if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw overload();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw overload();
    }
  }

  private OverloadException overload() {
    return new OverloadException("Too many " + what + " at a time: try again shortly", slots);
  }

  private static int units(long bytes) {
    return (int) (bytes / UNIT) + 1;
  }
}
