package dev.nexus.webhook.delivery;

import java.util.List;
import java.util.UUID;

/** Keeps deliveries with their attempts. */
interface DeliveryStore {

  /**
   * Records a finished delivery with its last attempt and counts it for its receiver, all or
   * nothing. Records nothing when the receiver was deleted meanwhile.
   */
  void settle(Delivery delivery, Attempt attempt);

  /** How many deliveries a receiver had. */
  int count(UUID webhookId);

  /** A page of a receiver's deliveries with their last attempts, newest first. */
  List<DeliveryView> page(UUID webhookId, int limit, int offset);

  /** Counts over the deliveries of all receivers of an owner. */
  DeliveryTotals totals(String ownerId);
}
