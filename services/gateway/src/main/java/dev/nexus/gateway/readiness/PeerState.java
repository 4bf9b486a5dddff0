package dev.nexus.gateway.readiness;

import java.util.Optional;

/**
 * What a peer said of itself.
 *
 * @param reachable whether it answered at all
 * @param ready whether it said that it is ready
 * @param database what it said of its database, if anything
 */
record PeerState(boolean reachable, boolean ready, Optional<String> database) {

  static final PeerState AWAY = new PeerState(false, false, Optional.empty());

  boolean databaseIsWell() {
    return database.filter(word -> word.equals("ok") || word.equals("healthy")).isPresent();
  }
}
