package dev.nexus.gateway.edge;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Brings results back to the event loop of the request that waits for them. */
final class OwnContext {

  private OwnContext() {}

  /** The same result, told on the caller's context; requests may share what they wait for. */
  static <T> Future<T> of(Vertx vertx, Future<T> shared) {
    if (shared.isComplete()) {
      return shared;
    }
    Context own = vertx.getOrCreateContext();
    Promise<T> promise = Promise.promise();
    shared.onComplete(result -> own.runOnContext(ignored -> promise.handle(result)));
    return promise.future();
  }
}
