package dev.nexus.gateway.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * A peer on loopback whose last path segment says how it behaves; any other path is echoed. It also
 * plays the issuer, whose keys it publishes.
 */
public final class PeerServer {

  /** Quarkus' default, which the services have. */
  private static final int SERVICES_READ = 20 * 1024;

  private final AtomicInteger cancelled = new AtomicInteger();
  private final AtomicInteger keyFetches = new AtomicInteger();
  private final AtomicInteger received = new AtomicInteger();
  private final Queue<HttpServerResponse> streams = new ConcurrentLinkedQueue<>();
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  private PeerServer(HttpServerOptions options) {
    this.server =
        vertx.createHttpServer(
            options.setHost("127.0.0.1").setPort(0).setMaxHeaderSize(SERVICES_READ));
    server.requestHandler(this::answer);
  }

  public static PeerServer start(HttpServerOptions options) {
    PeerServer peer = new PeerServer(options);
    peer.server.listen().toCompletionStage().toCompletableFuture().join();
    return peer;
  }

  public int port() {
    return server.actualPort();
  }

  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    String path = request.path();
    switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "ready" -> response.end("{\"status\":\"ready\",\"checks\":{\"database\":\"ok\"}}");
      case "certs" -> {
        keyFetches.incrementAndGet();
        response.end(Issuer.jwks());
      }
      case "counts" ->
          response.end(
              new JsonObject()
                  .put("cancelled", cancelled.get())
                  .put("key_fetches", keyFetches.get())
                  .put("received", received.get())
                  .encode());
      case "silent" -> response.closeHandler(closed -> cancelled.incrementAndGet());
      case "rude" -> request.connection().close();
      case "cut" -> {
        response.putHeader("Content-Length", "1000").write("only this");
        vertx.setTimer(50, timer -> request.connection().close());
      }
      case "event-stream" -> openEvents(response);
      case "release" -> {
        streams.forEach(stream -> stream.end("data: last\n\n"));
        streams.clear();
        response.end("{}");
      }
      case "flood" -> flood(response);
      case "sink" -> swallow(request);
      case "nothing" -> response.setStatusCode(204).end();
      default -> echo(request);
    }
  }

  /** The last event comes when another request releases it. */
  private void openEvents(HttpServerResponse response) {
    response.closeHandler(
        closed -> {
          streams.remove(response);
          cancelled.incrementAndGet();
        });
    response.setChunked(true).putHeader("Content-Type", "text/event-stream");
    response.write("data: first\n\n");
    streams.add(response);
  }

  /** Sends as long as someone takes it. */
  private void flood(HttpServerResponse response) {
    Buffer part = Buffer.buffer(new byte[16_384]);
    response.setChunked(true);
    Runnable[] fill = new Runnable[1];
    fill[0] =
        () -> {
          while (!response.closed() && !response.writeQueueFull()) {
            response.write(part);
            received.addAndGet(part.length());
          }
        };
    response.drainHandler(drained -> fill[0].run());
    response.closeHandler(closed -> cancelled.incrementAndGet());
    fill[0].run();
  }

  private void swallow(HttpServerRequest request) {
    request.exceptionHandler(broken -> cancelled.incrementAndGet());
    request.handler(part -> received.addAndGet(part.length()));
    request.endHandler(end -> request.response().end("{\"swallowed\":true}"));
  }

  private void echo(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              JsonObject headers = new JsonObject();
              request
                  .headers()
                  .names()
                  .forEach(
                      name ->
                          headers.put(
                              name.toLowerCase(Locale.ROOT),
                              new JsonArray(request.headers().getAll(name))));
              request
                  .response()
                  .putHeader("Content-Type", "application/json")
                  .putHeader("Connection", "X-Internal")
                  .putHeader("X-Internal", "of this hop only")
                  .putHeader("X-Request-ID", requestId(request, body))
                  .end(
                      new JsonObject()
                          .put("method", request.method().name())
                          .put("uri", request.uri())
                          .put("headers", headers)
                          .put("body", body.toString())
                          .put("certificate", certificate(request))
                          .encode());
            });
  }

  /** Like a service: the id in the body wins. */
  private static String requestId(HttpServerRequest request, Buffer body) {
    String sent = request.getHeader("X-Request-ID");
    return body.length() > 0 && body.toString().startsWith("{\"metadata\"")
        ? body.toJsonObject().getJsonObject("metadata").getString("request_id")
        : sent;
  }

  /** A fingerprint of the certificate that the gateway showed. */
  private static String certificate(HttpServerRequest request) {
    try {
      return request.isSSL()
          ? fingerprint(request.sslSession().getPeerCertificates()[0].getEncoded())
          : "none";
    } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
      return "none";
    }
  }

  /** Names a certificate by its bytes. */
  public static String fingerprint(byte[] certificate) {
    return Integer.toHexString(Arrays.hashCode(certificate));
  }
}
