package dev.nexus.auth.turn;

import java.time.Instant;
import java.util.UUID;

/** Keeps whose turn it is, for all replicas. */
interface TurnStore {

  /** Takes the account's turn, if it is free or over; whether it is the holder's now. */
  boolean claim(String account, UUID holder, Instant now, Instant expiresAt);

  /** Gives the turn back, unless it is another's by now. */
  void release(String account, UUID holder);

  /** Forgets turns that are over. */
  void forget(Instant now);
}
