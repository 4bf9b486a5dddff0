package dev.nexus.webhook.delivery;

import dev.nexus.webhook.delivery.Attempt.Outcome;
import dev.nexus.webhook.delivery.Attempt.Unanswered;
import dev.nexus.webhook.network.Authority;
import dev.nexus.webhook.network.Destinations;
import dev.nexus.webhook.network.ForbiddenAddressException;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Posts over HTTP/1.1. The connection is made to an address that was checked, while the Host
 * header, SNI and the check of the certificate use the name. Follows no redirect, uses no proxy.
 */
@ApplicationScoped
class HttpCourier implements Courier {

  private final Destinations destinations;
  private final DeliveryConfig config;
  private final HttpClient http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @Inject
  HttpCourier(Destinations destinations, DeliveryConfig config, Vertx vertx) {
    this(destinations, config, vertx, new HttpClientOptions());
  }

  /** With other options, for receivers whose certificate a test has made. */
  HttpCourier(
      Destinations destinations, DeliveryConfig config, Vertx vertx, HttpClientOptions options) {
    this.destinations = destinations;
    this.config = config;
    this.http =
        vertx.createHttpClient(
            options
                .setVerifyHost(true)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setMaxPoolSize(config.maxConcurrency())
                .setMaxWaitQueueSize(config.maxConcurrency())
                .setKeepAlive(false));
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
    http.close();
  }

  @Override
  public Outcome post(URI url, Map<String, String> headers, String body) {
    Deadline deadline = Deadline.in(config.timeout());
    // The system's resolver knows no deadline, so it is asked on a thread that can be left behind.
    Future<List<InetAddress>> lookup =
        threads.submit(() -> destinations.addressesOf(authority(url).host()));
    try {
      return connect(url, headers, body, deadline.await(lookup), deadline);
    } catch (TimeoutException e) {
      return noAnswer();
    } catch (ExecutionException e) {
      return new Unanswered(reason(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unanswered("The service is stopping");
    } finally {
      lookup.cancel(true);
    }
  }

  /** Tries one address after the other until one takes the connection. */
  private Outcome connect(
      URI url,
      Map<String, String> headers,
      String body,
      List<InetAddress> addresses,
      Deadline deadline)
      throws TimeoutException, InterruptedException {
    @Nullable Throwable last = null;
    for (InetAddress address : addresses) {
      try {
        return deadline.await(
            send(request(url, headers, address, deadline.left()), body, deadline));
      } catch (ExecutionException e) {
        last = e.getCause();
        if (!isUnreachable(last)) {
          break;
        }
      }
    }
    return new Unanswered(reason(last));
  }

  private static Authority authority(URI url) {
    return Authority.of(url).orElseThrow(() -> new IllegalStateException("no host: " + url));
  }

  private static RequestOptions request(
      URI url, Map<String, String> headers, InetAddress address, Duration timeout) {
    boolean tls = "https".equals(url.getScheme().toLowerCase(Locale.ROOT));
    Authority authority = authority(url);
    int port = authority.port() > 0 ? authority.port() : tls ? 443 : 80;
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
            .setHost(authority.host())
            .setPort(port)
            .setSsl(tls)
            .setFollowRedirects(false)
            .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
            .setTimeout(timeout.toMillis());
    headers.forEach(options::putHeader);
    return options;
  }

  private Future<Outcome> send(RequestOptions options, String body, Deadline deadline) {
    return http.request(options)
        .compose(request -> exchange(request, body, deadline))
        .toCompletionStage()
        .toCompletableFuture();
  }

  /**
   * The timeout of the options ends with the head of the answer; this one covers its body, and what
   * is given up gives its connection up.
   */
  private io.vertx.core.Future<Outcome> exchange(
      HttpClientRequest request, String body, Deadline deadline) {
    int limit = (int) config.maxResponseBody().asLongValue();
    return request
        .send(body)
        .compose(response -> CutBody.read(response, limit))
        .timeout(deadline.left().toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(cause -> request.reset());
  }

  private static boolean isUnreachable(@Nullable Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof ConnectTimeoutException;
  }

  private Unanswered noAnswer() {
    return new Unanswered("No answer within " + config.timeout().toMillis() + " ms");
  }

  /** For the receiver's owner: what failed, without what our network looks like. */
  private String reason(@Nullable Throwable failure) {
    return switch (failure) {
      case ForbiddenAddressException forbidden -> String.valueOf(forbidden.getMessage());
      case UnknownHostException unknown -> "The host's name does not resolve";
      case SSLException tls -> "TLS failed: " + tls.getMessage();
      case ConnectTimeoutException slow -> "The host takes no connection in time";
      case ConnectException refused -> "The host refuses the connection";
      case NoRouteToHostException unreachable -> "The host cannot be reached";
      case TimeoutException slow -> noAnswer().reason();
      case null, default -> "The connection broke before the answer was complete";
    };
  }
}
