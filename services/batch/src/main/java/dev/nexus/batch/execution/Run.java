package dev.nexus.batch.execution;

import dev.nexus.batch.item.Item;
import dev.nexus.batch.item.ItemError;
import dev.nexus.batch.item.Outcome;
import dev.nexus.batch.item.Outcome.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A batch while it is run here: which items wait, and what is not stored yet. Thread-safe. */
final class Run {

  private final boolean stopOnError;
  private final List<Item> items;
  private final List<Item> stored;
  private final Queue<Integer> waiting = new ArrayDeque<>();
  private final CountDownLatch open;
  private boolean closed;

  /**
   * Takes up a batch.
   *
   * @param items as they are stored; those that another run had begun are begun again
   * @param stopOnError whether nothing more is begun after an item has failed
   */
  Run(List<Item> items, boolean stopOnError) {
    this.stopOnError = stopOnError;
    this.stored = new ArrayList<>(items);
    this.items = new ArrayList<>(items.stream().map(Item::again).toList());
    this.items.stream().filter(item -> !item.isEnded()).map(Item::position).forEach(waiting::add);
    this.open = new CountDownLatch(waiting.size());
  }

  /** How many items wait to be begun. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Begins the next item; empty when there is none to be begun any more. */
  synchronized Optional<Item> begin(Instant now) {
    if (stopOnError && items.stream().anyMatch(item -> item.isEnded() && !item.succeeded())) {
      endWaiting(ItemError.SKIPPED, now);
    }
    if (closed || waiting.isEmpty()) {
      return Optional.empty();
    }
    int position = waiting.remove();
    Item begun = items.get(position).begin(now);
    items.set(position, begun);
    return Optional.of(begun);
  }

  /** Ends an item; what comes after the end of the run is ignored. */
  synchronized void end(Item item, Outcome outcome, Instant now) {
    if (closed) {
      return;
    }
    set(items.get(item.position()).end(outcome, now));
  }

  /** Ends the run; items that have not ended get the error. */
  synchronized void close(ItemError error, Instant now) {
    if (closed) {
      return;
    }
    endWaiting(error, now);
    for (Item item : List.copyOf(items)) {
      if (!item.isEnded()) {
        set(item.end(new Unanswered(error), now));
      }
    }
    closed = true;
  }

  /** Waits for the end of all items. */
  boolean awaitEnd(Duration longest) throws InterruptedException {
    return open.await(longest.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Items that stand elsewhere than what is stored. */
  synchronized List<Item> changes() {
    return items.stream().filter(item -> !item.equals(stored.get(item.position()))).toList();
  }

  /** These changes are stored. */
  synchronized void stored(List<Item> changes) {
    changes.forEach(item -> stored.set(item.position(), item));
  }

  private void endWaiting(ItemError error, Instant now) {
    while (!waiting.isEmpty()) {
      set(items.get(waiting.remove()).end(new Unanswered(error), now));
    }
  }

  private void set(Item ended) {
    items.set(ended.position(), ended);
    open.countDown();
  }
}
