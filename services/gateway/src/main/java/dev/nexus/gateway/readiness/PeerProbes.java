package dev.nexus.gateway.readiness;

import dev.nexus.common.peer.PeerConfig;
import dev.nexus.common.peer.PeerHttpClients;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks every peer's /ready, all at once; those who ask within a second share the answers. */
@ApplicationScoped
class PeerProbes {

  private static final long PATIENCE_MILLIS = 1_000;
  private static final Duration SHARED_FOR = Duration.ofSeconds(1);

  private final HttpClient http;
  private final Map<String, URI> peers;
  private final Clock clock;
  private Future<Map<String, PeerState>> last = Future.succeededFuture(Map.of());
  private Instant askAgain = Instant.MIN;

  @Inject
  PeerProbes(PeerHttpClients clients, PeerConfig peers, Clock clock) {
    this(
        clients.create(options()),
        peers.peers().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> entry.getValue().url().resolve("/ready"))),
        clock);
  }

  PeerProbes(HttpClient http, Map<String, URI> peers, Clock clock) {
    this.http = http;
    this.peers = peers;
    this.clock = clock;
  }

  static HttpClientOptions options() {
    return new HttpClientOptions().setConnectTimeout((int) PATIENCE_MILLIS).setMaxPoolSize(2);
  }

  /** The peers by name. Blocks until all have answered or a second has passed. */
  Map<String, PeerState> states() {
    return current().toCompletionStage().toCompletableFuture().join();
  }

  private synchronized Future<Map<String, PeerState>> current() {
    Instant now = clock.instant();
    if (!now.isBefore(askAgain)) {
      askAgain = now.plus(SHARED_FOR);
      last = askAll();
    }
    return last;
  }

  private Future<Map<String, PeerState>> askAll() {
    Map<String, Future<PeerState>> asked = new TreeMap<>();
    peers.forEach((peer, url) -> asked.put(peer, ask(url)));
    return Future.join(List.copyOf(asked.values()))
        .map(
            all -> {
              Map<String, PeerState> states = new TreeMap<>();
              asked.forEach((peer, state) -> states.put(peer, state.result()));
              return states;
            });
  }

  private Future<PeerState> ask(URI url) {
    RequestOptions options =
        new RequestOptions().setAbsoluteURI(url.toString()).setConnectTimeout(PATIENCE_MILLIS);
    return http.request(options)
        .compose(PeerProbes::exchange)
        .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) // of the look-up of its name too
        .otherwise(PeerState.AWAY);
  }

  /** A request that is given up gives its connection up too, or the pool would run dry. */
  private static Future<PeerState> exchange(HttpClientRequest request) {
    return request
        .send()
        .compose(
            // Nested, so that the body is asked for before it can have gone by.
            response -> response.body().map(body -> read(response.statusCode(), body.toString())))
        .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .onFailure(cause -> request.reset());
  }

  static PeerState read(int status, String body) {
    if (!(decode(body) instanceof JsonObject ready)) {
      return new PeerState(true, false, Optional.empty());
    }
    Optional<String> database =
        ready.getValue("checks") instanceof JsonObject checks
                && checks.getValue("database") instanceof String word
            ? Optional.of(word)
            : Optional.empty();
    return new PeerState(true, status == 200, database);
  }

  private static @Nullable Object decode(String body) {
    try {
      return Json.decodeValue(body);
    } catch (DecodeException unreadable) {
      return null;
    }
  }
}
