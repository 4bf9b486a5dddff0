package dev.nexus.batch.execution;

import dev.nexus.batch.item.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Durable batches, shared by all replicas. */
interface BatchStore {

  /**
   * Stores the batch in progress, unless it repeats one of the window or the quota does not allow
   * it. A repeat of a batch whose lease is over takes that batch over.
   */
  Acceptance accept(NewBatch batch, Duration window, long quota);

  /** Stores progress and extends the lease; false, and nothing stored, when the claim is lost. */
  boolean keep(Claim claim, List<Item> changes);

  /** Stores the last progress and ends the batch; false when the claim is lost. */
  boolean finish(Claim claim, List<Item> changes, Instant now);

  /**
   * Ends the batch and its open items.
   *
   * @param key tells a repeat of the request, if it can be told
   */
  Cancellation cancel(UUID batch, Optional<String> key, Instant now);

  /** The owner's newest batch of that id. */
  Optional<Batch> find(Owner owner, String batchId);

  /** The batch; it must be there. */
  Batch get(UUID batch);

  /** Items in their order. */
  List<Item> items(UUID batch, int limit, int offset);

  Tally tally(Owner owner);

  /** Ends batches whose lease has been over for the given time; gives their number. */
  int abandon(Duration patience, Instant now);

  /** Forgets some batches that are older; gives their number. */
  int forget(Instant before, int limit);

  /** Forgets keys of repeats and counts of quotas that are older; gives their number. */
  int forgetClaims(Instant before);
}
