package dev.nexus.batch.execution;

import dev.nexus.batch.item.Deadline;
import dev.nexus.batch.item.Delegation;
import dev.nexus.batch.order.BatchRequest;
import dev.nexus.batch.order.Order;
import dev.nexus.batch.order.OrderRules;
import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.edge.IdempotencyKeys;
import dev.nexus.common.edge.RequestContext;
import dev.nexus.common.identity.Callers;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the current request is: who asks, for what, and until when. */
@Singleton
class Requests {

  private final Callers callers;
  private final Envelopes envelopes;
  private final IdempotencyKeys keys;
  private final ExecutionConfig config;

  Requests(Callers callers, Envelopes envelopes, IdempotencyKeys keys, ExecutionConfig config) {
    this.callers = callers;
    this.envelopes = envelopes;
    this.keys = keys;
    this.config = config;
  }

  Owner owner() {
    return Owner.of(callers.current());
  }

  /** Tells a repeat of the request, if it can be told. */
  Optional<String> key() {
    return keys.current();
  }

  /** The request for a batch; its time has begun to run when it arrived. */
  Request current(@Nullable BatchRequest body) {
    RequestContext context = envelopes.request();
    Order order = OrderRules.read(body, context.metadata().customHeaders());
    Duration budget = order.manner().budget(config.budget()).minusMillis(context.elapsedMillis());
    return new Request(
        order,
        owner(),
        new Delegation(callers.bearerToken(), context.requestId()),
        key(),
        Deadline.after(budget));
  }
}
