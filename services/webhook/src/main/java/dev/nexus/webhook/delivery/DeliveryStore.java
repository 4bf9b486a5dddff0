package dev.nexus.webhook.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps deliveries with their attempts. */
interface DeliveryStore {

  /**
   * Records a finished delivery with its last attempt and counts it for its receiver, all or
   * nothing. Records nothing when the receiver was deleted meanwhile.
   */
  void settle(Delivery delivery, Attempt attempt);

  /** Forgets all but the last deliveries of a receiver. */
  void trim(UUID webhookId, int kept);

  /**
   * Forgets the deliveries of before.
   *
   * @return how many there were
   */
  int forget(Instant before);

  /** How many deliveries of a receiver are kept. */
  int count(UUID webhookId);

  /** A page of a receiver's deliveries with their last attempts, newest first. */
  List<DeliveryView> page(UUID webhookId, int limit, int offset);

  /** Counts over all deliveries to an owner's receivers, also those that are forgotten. */
  DeliveryTotals totals(String ownerId);
}
