package dev.nexus.batch.execution;

import dev.nexus.batch.item.Item;
import java.util.List;
import java.util.UUID;

/** What became of a request for a batch. */
sealed interface Acceptance {

  /**
   * It is stored and to be run: a new batch, or the batch of an earlier twin of the request whose
   * process died.
   *
   * @param claim the right to run it
   * @param items as they are stored; some may have ended
   * @param used items of the owner today, those of a new batch included
   */
  record Accepted(Claim claim, List<Item> items, long used) implements Acceptance {}

  /**
   * It repeats a recent request.
   *
   * @param batch the earlier batch
   * @param used items of the owner today
   */
  record Repeated(UUID batch, long used) implements Acceptance {}

  /** The owner's quota of today does not allow that many items; nothing was stored. */
  record OverQuota() implements Acceptance {}
}
