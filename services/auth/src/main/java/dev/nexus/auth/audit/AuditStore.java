package dev.nexus.auth.audit;

import java.time.Instant;
import java.util.Optional;

/** Keeps audit events. */
interface AuditStore {

  /** Adds an event. The account of one that is not proven is kept only if other events prove it. */
  void add(AuditEvent event);

  /** When the user logged in last, as far as events reach back. */
  Optional<Instant> lastLogin(String userId);

  /** Forgets what is older, and the oldest beyond a number; gives how many were forgotten. */
  int forget(Instant before, long maxEvents);
}
