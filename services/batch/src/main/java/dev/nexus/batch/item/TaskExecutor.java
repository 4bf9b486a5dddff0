package dev.nexus.batch.item;

/** Executes items. */
public interface TaskExecutor {

  /**
   * Executes one item and waits for what comes of it; never throws for the item's or a peer's sake.
   *
   * @param task what is asked
   * @param defaults what it inherits
   * @param delegation on whose behalf
   * @param deadline when nobody waits for it any more
   */
  Outcome execute(Task task, ItemDefaults defaults, Delegation delegation, Deadline deadline);
}
