package dev.nexus.gateway.edge;

import dev.nexus.common.edge.EdgeConfig;
import dev.nexus.common.edge.Headers;
import dev.nexus.common.envelope.RateLimitInfo;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.gateway.exchange.Exchange;
import dev.nexus.gateway.identity.AccessToken;
import dev.nexus.gateway.identity.AccessTokens;
import dev.nexus.gateway.limit.Decision;
import dev.nexus.gateway.limit.Limits;
import dev.nexus.gateway.proxy.Client;
import dev.nexus.gateway.proxy.Forwarder;
import dev.nexus.gateway.proxy.ForwardingConfig;
import dev.nexus.gateway.proxy.Refusals;
import dev.nexus.gateway.route.Route;
import dev.nexus.gateway.route.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The order of things for a request that belongs to a peer: body length, identity, limit, forward.
 * Its id, target, version and CORS have been dealt with before (protocol 1.6).
 */
@ApplicationScoped
public class Gateway {

  private static final Logger LOG = Logger.getLogger(Gateway.class);

  /** After Quarkus' filters (CORS), before the gateway's own endpoints. */
  private static final int AFTER_FILTERS = -50;

  /** Refused before the body was read, of which more is to be told first. */
  private static final Set<Integer> OF_THE_CALLER = Set.of(401, 429);

  private final RouteTable routes;
  private final AccessTokens tokens;
  private final Limits limits;
  private final Forwarder forwarder;
  private final Refusals refusals;
  private final RefusedBody refusedBody;
  private final ForwardingConfig forwarding;
  private final long bodyLimit;

  Gateway(
      RouteTable routes,
      AccessTokens tokens,
      Limits limits,
      Forwarder forwarder,
      Refusals refusals,
      RefusedBody refusedBody,
      ForwardingConfig forwarding,
      EdgeConfig edge) {
    this.routes = routes;
    this.tokens = tokens;
    this.limits = limits;
    this.forwarder = forwarder;
    this.refusals = refusals;
    this.refusedBody = refusedBody;
    this.forwarding = forwarding;
    this.bodyLimit = edge.maxBodySize().asLongValue();
  }

  void install(@Observes Router router) {
    for (Route route : routes.routes()) {
      limits.require(route.limit());
      forwarder.require(route.peer());
    }
    router.route().order(AFTER_FILTERS).handler(this::handle);
  }

  private void handle(RoutingContext routing) {
    Exchange exchange = Exchange.of(routing);
    Route route = routes.match(exchange.target().path()).orElse(null);
    if (route == null) {
      // Own endpoints speak JSON whatever a client prefers (protocol 1.5: never 406).
      routing.request().headers().set(HttpHeaders.ACCEPT, "application/json");
      routing.next();
      return;
    }
    exchange.route(route);
    routing.request().pause();
    serve(routing, exchange, route).onFailure(failure -> refuse(routing, failure));
  }

  private Future<Void> serve(RoutingContext routing, Exchange exchange, Route route) {
    HttpServerRequest request = routing.request();
    if (declaresTooMuch(request)) {
      return Future.failedFuture(
          new NexusException(CommonError.VALIDATION_FAILED, 413, "The request body is too large"));
    }
    Client client = client(request);
    if (!route.authenticated()) {
      return admit(routing, route, client, null, "ip:" + client.address());
    }
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    Future<AccessToken> verified = OwnContext.of(routing.vertx(), tokens.verify(authorization));
    return verified.compose(
        token -> {
          exchange.subject(token.subject());
          return admit(routing, route, client, authorization, "user:" + token.subject());
        });
  }

  private Future<Void> admit(
      RoutingContext routing,
      Route route,
      Client client,
      @Nullable String authorization,
      String caller) {
    return OwnContext.of(routing.vertx(), limits.take(route.limit(), caller))
        .compose(
            decision -> {
              tellLimit(routing.response(), decision);
              if (!decision.allowed()) {
                return Future.failedFuture(Limits.exceeded(decision));
              }
              forwarder.forward(
                  routing,
                  route,
                  new Forwarder.Credentials(client, authorization, decision.info()));
              return Future.succeededFuture();
            });
  }

  private void refuse(RoutingContext routing, Throwable failure) {
    if (failure instanceof NexusException error && OF_THE_CALLER.contains(error.status())) {
      refusedBody
          .judge(routing, Exchange.of(routing).target().path(), error)
          .onSuccess(first -> refusals.write(routing, first));
    } else if (failure instanceof NexusException error) {
      refusals.write(routing, error);
    } else {
      LOG.errorf(failure, "Request failed in the gateway");
      refusals.write(routing, new NexusException(CommonError.INTERNAL_ERROR, "Internal error"));
    }
  }

  private boolean declaresTooMuch(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && Long.parseLong(length) > bodyLimit;
  }

  private Client client(HttpServerRequest request) {
    Client connected =
        new Client(
            request.remoteAddress().hostAddress(),
            request.scheme(),
            request.authority() == null ? null : request.authority().toString());
    return Client.of(connected, request.headers(), forwarding.trustedHops());
  }

  private static void tellLimit(HttpServerResponse response, Decision decision) {
    RateLimitInfo info = decision.info();
    response
        .putHeader(Headers.RATE_LIMIT, Integer.toString(info.limit()))
        .putHeader(Headers.RATE_REMAINING, Integer.toString(info.remaining()))
        .putHeader(Headers.RATE_RESET, Long.toString(info.resetAt()));
    if (!decision.allowed()) {
      response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(decision.retryAfterSeconds()));
    }
  }
}
