package dev.nexus.auth.turn;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/** The queues of one process, one per account that somebody waits for. */
final class Waiting {

  private final ConcurrentMap<String, Queue> queues = new ConcurrentHashMap<>();
  private final int bound;

  /**
   * A queue.
   *
   * @param first lets in one at a time, in the order of arrival
   * @param length who is in the queue, the one in front too
   */
  private record Queue(Semaphore first, int length) {}

  Waiting(int bound) {
    this.bound = bound;
  }

  /** Joins a queue; gives what lets the first one in. */
  Semaphore join(String account) {
    return queues
        .compute(
            account,
            (ignored, queue) -> {
              if (queue == null) {
                return new Queue(new Semaphore(1, true), 1);
              }
              if (queue.length() > bound) {
                throw LoginTurns.busy();
              }
              return new Queue(queue.first(), queue.length() + 1);
            })
        .first();
  }

  /** Leaves a queue that was joined. */
  void leave(String account) {
    queues.computeIfPresent(
        account,
        (ignored, queue) ->
            queue.length() == 1 ? null : new Queue(queue.first(), queue.length() - 1));
  }

  /** Whether nobody waits for anything. */
  boolean isEmpty() {
    return queues.isEmpty();
  }
}
