package dev.nexus.batch.execution;

import dev.nexus.batch.item.Item;
import java.time.Instant;
import java.util.List;

/**
 * A batch with all its items at one moment.
 *
 * @param batch the batch
 * @param items in their order
 * @param at the moment
 */
record Report(Batch batch, List<Item> items, Instant at) {

  int successful() {
    return (int) items.stream().filter(Item::succeeded).count();
  }

  int failed() {
    return (int) items.stream().filter(Item::isEnded).count() - successful();
  }
}
