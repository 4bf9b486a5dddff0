package dev.nexus.auth.lockout;

import java.time.Instant;
import java.util.Optional;

/** Counts wrong passwords, exactly, however many come at once. */
interface FailureStore {

  /** The failures since the last success. */
  Optional<Failures> find(LoginKey key);

  /**
   * Counts one more and gives the new state.
   *
   * @param quietSince failures are forgotten when the last one is older
   */
  Failures add(LoginKey key, Instant at, Instant quietSince);

  /** Forgets the failures of a key. */
  void clear(LoginKey key);

  /** Forgets failures whose last one is older, and the oldest beyond a number of keys. */
  int forget(Instant before, int maxKeys);
}
