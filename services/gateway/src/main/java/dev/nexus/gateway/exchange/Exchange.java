package dev.nexus.gateway.exchange;

import dev.nexus.gateway.path.RequestTarget;
import dev.nexus.gateway.route.Route;
import io.vertx.core.AsyncResult;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** What is known of a request so far; only its own event loop touches it. */
public final class Exchange {

  private static final String KEY = Exchange.class.getName();

  private @Nullable RequestTarget target;
  private @Nullable Route route;
  private @Nullable String subject;

  private Exchange() {}

  /** Starts the exchange of a request. */
  static Exchange begin(RoutingContext routing) {
    Exchange exchange = new Exchange();
    routing.put(KEY, exchange);
    return exchange;
  }

  /** The exchange of a request. */
  public static Exchange of(RoutingContext routing) {
    return routing.get(KEY);
  }

  /**
   * Whether the answer was given to its end. In HTTP/2 the stream may be told closed just before it
   * is told ended.
   */
  public static boolean isComplete(RoutingContext routing, AsyncResult<Void> end) {
    return end.succeeded() || routing.response().ended();
  }

  /** The target; a request without one has been refused before this can be asked. */
  public RequestTarget target() {
    if (target == null) {
      throw new IllegalStateException("the target was refused");
    }
    return target;
  }

  void target(RequestTarget read) {
    this.target = read;
  }

  /** Remembers the route that was taken. */
  public void route(Route taken) {
    this.route = taken;
  }

  /** Remembers who called. */
  public void subject(String caller) {
    this.subject = caller;
  }

  String pathForLog() {
    return target == null ? "-" : target.path();
  }

  String routeForLog() {
    return route == null ? "none" : route.name();
  }

  String subjectForLog() {
    return subject == null ? "-" : subject;
  }
}
