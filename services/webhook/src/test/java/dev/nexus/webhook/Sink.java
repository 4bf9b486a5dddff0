package dev.nexus.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A receiver. Its paths say how it answers: {@code /status/<code>}, {@code /redirect}, {@code
 * /large}, {@code /silent}.
 */
public final class Sink implements AutoCloseable {

  /** What a receiver was sent. Header names are compared without case. */
  public record Received(String method, String target, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Starts on the address, which lets tests tell it from others of loopback. */
  public Sink(String address) {
    try {
      server = HttpServer.create(new InetSocketAddress(address, 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url(String path) {
    return "http://" + server.getAddress().getHostString() + ":" + port() + path;
  }

  /** The next request that came; waits for it a little. */
  public Received next() {
    try {
      Received next = received.poll(5, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing was received");
      }
      return next;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many requests came that {@link #next()} has not given. */
  public int waiting() {
    return received.size();
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String target = exchange.getRequestURI().toString();
    received.add(new Received(exchange.getRequestMethod(), target, headers, body));
    answer(exchange, target);
  }

  private void answer(HttpExchange exchange, String target) throws IOException {
    switch (target) {
      case "/silent" -> awaitClosed();
      case "/redirect" -> {
        exchange.getResponseHeaders().add("Location", url("/elsewhere"));
        send(exchange, 302, "");
      }
      case "/large" -> send(exchange, 200, "x".repeat(1_000_000));
      default -> {
        int status = target.startsWith("/status/") ? Integer.parseInt(target.substring(8)) : 200;
        send(exchange, status, "thanks");
      }
    }
  }

  private void awaitClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
