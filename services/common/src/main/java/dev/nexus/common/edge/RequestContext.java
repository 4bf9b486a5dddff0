package dev.nexus.common.edge;

import dev.nexus.common.envelope.RateLimitInfo;
import dev.nexus.common.envelope.RequestMetadata;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What is known about a request from its arrival on.
 *
 * @param requestId version 4 UUID, echoed in every answer
 * @param metadata what the body said of itself
 * @param rateLimit the limit that the gateway applied to the caller
 * @param arrivedNanos {@link System#nanoTime()} of the arrival
 */
public record RequestContext(
    String requestId,
    RequestMetadata metadata,
    Optional<RateLimitInfo> rateLimit,
    long arrivedNanos) {

  private static final String KEY = RequestContext.class.getName();

  /** The context of a request; the edge has put it there before anything else ran. */
  public static RequestContext of(RoutingContext routing) {
    return routing.get(KEY);
  }

  static boolean isBound(RoutingContext routing) {
    return routing.get(KEY) != null;
  }

  void bind(RoutingContext routing) {
    routing.put(KEY, this);
  }

  RequestContext with(RequestMetadata read) {
    return new RequestContext(read.requestId().orElse(requestId), read, rateLimit, arrivedNanos);
  }

  /** Microseconds since the arrival. */
  public long elapsedMicros() {
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - arrivedNanos);
  }

  /** Whole milliseconds since the arrival. */
  public int elapsedMillis() {
    return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - arrivedNanos);
  }
}
