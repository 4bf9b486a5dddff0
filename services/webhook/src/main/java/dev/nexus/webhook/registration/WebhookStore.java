package dev.nexus.webhook.registration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps receivers. An owner never sees another's. */
public interface WebhookStore {

  /**
   * Adds a receiver and returns it; or returns the one that the same request added before.
   *
   * @param requestKey recognises a repeated request, if it can be
   * @param window how long after its first arrival a request counts as repeated
   */
  Webhook add(Webhook webhook, Optional<String> requestKey, Duration window);

  /** How many receivers the owner has. */
  int count(String ownerId, boolean activeOnly);

  /** A page of the owner's receivers, newest first. */
  List<Webhook> page(String ownerId, boolean activeOnly, int limit, int offset);

  Optional<Webhook> find(String ownerId, UUID id);

  /** Removes a receiver with all that was delivered to it; false when there is none. */
  boolean remove(String ownerId, UUID id);
}
