package dev.nexus.gateway.proxy;

import dev.nexus.common.edge.EdgeConfig;
import dev.nexus.common.edge.Headers;
import dev.nexus.common.edge.RequestContext;
import dev.nexus.common.envelope.RateLimitInfo;
import dev.nexus.common.peer.PeerConfig;
import dev.nexus.common.peer.PeerHttpClients;
import dev.nexus.gateway.exchange.Exchange;
import dev.nexus.gateway.route.Route;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Forwards requests to peers. */
@ApplicationScoped
public class Forwarder {

  /**
   * What the gateway vouches for to the peer.
   *
   * @param client where the request came from
   * @param authorization the verified Authorization header; null where none is needed
   * @param limit the caller's limit
   */
  public record Credentials(Client client, @Nullable String authorization, RateLimitInfo limit) {

    /** A redacted form: the header is a secret. */
    @Override
    public String toString() {
      return "Credentials[client=" + client + "]";
    }
  }

  private final HttpClient http;
  private final Map<String, URI> peers;
  private final ForwardingConfig config;
  private final EdgeConfig edge;
  private final Refusals refusals;
  private final MeterRegistry meters;

  Forwarder(
      PeerHttpClients clients,
      PeerConfig peers,
      ForwardingConfig config,
      EdgeConfig edge,
      Refusals refusals,
      MeterRegistry meters) {
    this.http =
        clients.create(
            new HttpClientOptions()
                .setMaxPoolSize(config.maxConnections())
                .setMaxWaitQueueSize(config.maxWaiting())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) config.idleTimeout().toMillis()));
    this.peers =
        peers.peers().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().url()));
    this.config = config;
    this.edge = edge;
    this.refusals = refusals;
    this.meters = meters;
  }

  /**
   * Fails unless the peer's address is configured, so that a wrong route stops the start.
   *
   * @param peer the peer's name
   */
  public void require(String peer) {
    address(peer);
  }

  /** Forwards the request, which must be paused, and relays the answer. */
  public void forward(RoutingContext routing, Route route, Credentials credentials) {
    URI peer = address(route.peer());
    boolean secure = "https".equals(peer.getScheme());
    RequestOptions options =
        new RequestOptions()
            .setMethod(routing.request().method())
            .setHost(peer.getHost())
            .setPort(peer.getPort() < 0 ? (secure ? 443 : 80) : peer.getPort())
            .setSsl(secure)
            .setURI(Exchange.of(routing).target().uri())
            .setConnectTimeout(config.connectTimeout().toMillis())
            .setIdleTimeout(route.timeout().toMillis())
            .setHeaders(headers(routing, credentials));
    new Forwarding(routing, route, edge.maxBodySize().asLongValue(), refusals, meters)
        .start(http, options);
  }

  private static MultiMap headers(RoutingContext routing, Credentials credentials) {
    MultiMap headers = HttpHeaders.headers();
    HeaderRules.copyRequest(routing.request().headers(), headers);
    headers
        .set(Headers.REQUEST_ID, RequestContext.of(routing).requestId())
        .set("X-Forwarded-For", credentials.client().address())
        .set("X-Forwarded-Proto", credentials.client().scheme())
        .set(Headers.RATE_LIMIT, Integer.toString(credentials.limit().limit()))
        .set(Headers.RATE_REMAINING, Integer.toString(credentials.limit().remaining()))
        .set(Headers.RATE_RESET, Long.toString(credentials.limit().resetAt()));
    if (credentials.client().host() != null) {
      headers.set("X-Forwarded-Host", credentials.client().host());
    }
    if (credentials.authorization() != null) {
      headers.set(HttpHeaders.AUTHORIZATION, credentials.authorization());
    }
    return headers;
  }

  private URI address(String peer) {
    URI url = peers.get(peer);
    if (url == null) {
      throw new IllegalStateException("nexus.peers." + peer + ".url is not configured");
    }
    return url;
  }
}
