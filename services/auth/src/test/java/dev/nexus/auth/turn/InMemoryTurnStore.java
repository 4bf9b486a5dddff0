package dev.nexus.auth.turn;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Turns of one process. */
final class InMemoryTurnStore implements TurnStore {

  private record Turn(UUID holder, Instant expiresAt) {}

  private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

  @Override
  public boolean claim(String account, UUID holder, Instant now, Instant expiresAt) {
    return turns
        .compute(
            account,
            (ignored, turn) ->
                turn == null || !turn.expiresAt().isAfter(now) ? new Turn(holder, expiresAt) : turn)
        .holder()
        .equals(holder);
  }

  @Override
  public void release(String account, UUID holder) {
    turns.computeIfPresent(account, (ignored, turn) -> turn.holder().equals(holder) ? null : turn);
  }

  @Override
  public void forget(Instant now) {
    turns.values().removeIf(turn -> !turn.expiresAt().isAfter(now));
  }
}
