package dev.nexus.gateway.limit;

import io.vertx.core.Future;

/** Where callers' counters are kept. */
interface LimitStore {

  /**
   * Takes one request of the caller; the future fails when the store is away.
   *
   * @param limit the limit to apply
   * @param caller who is counted
   */
  Future<Decision> take(Limit limit, String caller);
}
