package dev.nexus.batch.execution;

import dev.nexus.batch.item.Item;
import dev.nexus.common.edge.IdempotencyKeys;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an owner can see of the batches that were accepted, and their cancellation. */
@ApplicationScoped
class BatchRecords {

  /** As long as a repeat of the request may still take over a batch whose process died. */
  static final Duration PATIENCE = IdempotencyKeys.WINDOW;

  private final BatchStore store;
  private final Clock clock;

  BatchRecords(BatchStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The batch with its items. */
  Report report(Owner owner, String batchId) {
    Batch batch = find(owner, batchId);
    return new Report(batch, store.items(batch.id(), batch.total(), 0), clock.instant());
  }

  /** Some of the batch's items, in their order. */
  List<Item> items(Batch batch, int limit, int offset) {
    return store.items(batch.id(), limit, offset);
  }

  /**
   * Cancels the batch. Its run, in whatever process, stops at its next sign of life.
   *
   * @param key tells a repeat of the request, if it can be told
   * @throws NexusException RESOURCE_CONFLICT when it has ended before
   */
  void cancel(Owner owner, String batchId, Optional<String> key) {
    Batch batch = find(owner, batchId);
    if (store.cancel(batch.id(), key, clock.instant()) == Cancellation.ENDED_BEFORE) {
      throw new NexusException(
          CommonError.RESOURCE_CONFLICT, "The batch has ended already and cannot be cancelled");
    }
  }

  Tally tally(Owner owner) {
    store.abandon(PATIENCE, clock.instant());
    return store.tally(owner);
  }

  /**
   * The owner's newest batch of that id. A reader settles what no run will settle any more.
   *
   * @throws NexusException RESOURCE_NOT_FOUND when it is unknown or another's
   */
  Batch find(Owner owner, String batchId) {
    Batch batch =
        store
            .find(owner, batchId)
            .orElseThrow(
                () -> new NexusException(CommonError.RESOURCE_NOT_FOUND, "There is no such batch"));
    if (!batch.isOrphan()) {
      return batch;
    }
    store.abandon(PATIENCE, clock.instant());
    return store.get(batch.id());
  }
}
