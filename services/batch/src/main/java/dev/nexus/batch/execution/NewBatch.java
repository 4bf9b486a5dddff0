package dev.nexus.batch.execution;

import dev.nexus.batch.item.Item;
import dev.nexus.batch.item.Progress.Pending;
import dev.nexus.batch.item.Task;
import dev.nexus.batch.order.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch to be accepted.
 *
 * @param claim of its first run
 * @param order what is wanted
 * @param owner whose it is
 * @param startedAt now
 * @param key tells a repeat of the request, if it can be told
 */
record NewBatch(Claim claim, Order order, Owner owner, Instant startedAt, Optional<String> key) {

  static NewBatch of(Order order, Owner owner, Instant now, Optional<String> key) {
    return new NewBatch(new Claim(UUID.randomUUID(), UUID.randomUUID()), order, owner, now, key);
  }

  /** The id that the client gave, or ours. */
  String batchId() {
    return order.batchId().orElseGet(() -> claim.batch().toString());
  }

  List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (Task task : order.tasks()) {
      items.add(new Item(items.size(), task, UUID.randomUUID(), new Pending()));
    }
    return items;
  }
}
