package dev.nexus.batch.order;

import dev.nexus.batch.item.ItemDefaults;
import dev.nexus.batch.item.Task;
import java.util.List;
import java.util.Optional;

/**
 * A batch as it is wanted.
 *
 * @param batchId the client's id, if it gave one
 * @param operations whether it came in the legacy form and is answered in both
 * @param tasks 1..100, in their order
 * @param manner how to run them
 * @param defaults what they inherit
 */
public record Order(
    Optional<String> batchId,
    boolean operations,
    List<Task> tasks,
    Manner manner,
    ItemDefaults defaults) {

  public Order {
    tasks = List.copyOf(tasks);
  }
}
