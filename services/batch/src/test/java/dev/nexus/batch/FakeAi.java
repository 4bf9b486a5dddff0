package dev.nexus.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that speaks the wire of the ai service. The first word of a query says how it is
 * answered; the word behind {@code #} names a log, read with {@code GET /log?name}, so that tests
 * do not see each other.
 */
final class FakeAi implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final class Log {
    private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();
  }

  private final HttpServer server;
  private final Map<String, Log> logs = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  FakeAi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/v1/templates/execute", this::execute);
    server.createContext("/log", this::log);
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void execute(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    String query = body.path("query").asText();
    Log log = logOf(query.substring(query.indexOf('#') + 1));
    log.bodies.add(body);
    log.mostRunning.accumulateAndGet(log.running.incrementAndGet(), Math::max);
    try (exchange) {
      answer(exchange, query.split(" ", 2)[0], body);
    } finally {
      log.running.decrementAndGet();
    }
  }

  private void answer(HttpExchange exchange, String word, JsonNode body) throws IOException {
    switch (word) {
      case "" -> send(exchange, 400, error("VALIDATION_FAILED", "VALIDATION_ERROR", "query"));
      case "500" -> send(exchange, 500, error("INTERNAL_ERROR", "INTERNAL_ERROR", ""));
      case "422" -> send(exchange, 422, error("INVALID_VALUE", "VALIDATION_ERROR", "language"));
      case "away" -> send(exchange, 503, error("SERVICE_UNAVAILABLE", "EXTERNAL_ERROR", ""));
      case "bare-502" -> send(exchange, 502, "{\"title\":\"Bad Gateway\"}");
      case "no-json" -> send(exchange, 200, "<html>");
      case "wrong-json" -> send(exchange, 200, "{\"data\":{\"status\":\"completed\"}}");
      case "large" ->
          send(exchange, 200, success(exchange, "completed", "x".repeat(200_000), body));
      case "partial", "failed" -> send(exchange, 200, success(exchange, word, "", body));
      case "empty" -> send(exchange, 200, "");
      case "empty-once", "drop-once" -> failOnce(exchange, word, body);
      case "slow" -> {
        pause(Integer.parseInt(body.path("query").asText().split(" ", 3)[1]));
        send(exchange, 200, success(exchange, "completed", "", body));
      }
      default -> send(exchange, 200, success(exchange, "completed", "", body));
    }
  }

  private void failOnce(HttpExchange exchange, String word, JsonNode body) throws IOException {
    String query = body.path("query").asText();
    if (logOf(query.substring(query.indexOf('#') + 1)).bodies.size() > 1) {
      send(exchange, 200, success(exchange, "completed", "", body));
    } else if (word.startsWith("empty")) {
      send(exchange, 200, "");
    }
  }

  private void pause(int millis) {
    try {
      closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String error(String code, String type, String field) {
    ObjectNode error = JSON.createObjectNode();
    ObjectNode detail = error.putObject("error");
    detail.put("code", code).put("type", type).put("message", "said by ai: " + code);
    if (!field.isEmpty()) {
      detail.put("field", field);
    }
    return error.toString();
  }

  /** The answer; {@code echo} and {@code token} show what was received. */
  private static String success(
      HttpExchange exchange, String status, String filler, JsonNode body) {
    ObjectNode answer = JSON.createObjectNode();
    boolean hit = body.path("query").asText().startsWith("cached");
    answer
        .putObject("metadata")
        .putObject("cache_info")
        .put("cache_hit", hit)
        .put("cache_key", "k")
        .put("cache_ttl", hit ? 40 : 300);
    ObjectNode data = answer.putObject("data");
    data.put("execution_id", UUID.randomUUID().toString()).put("status", status);
    data.put("processing_time_ms", 3).put("score", 0.5).put("filler", filler);
    data.putObject("pagination").put("page", 1);
    data.putArray("sections");
    data.put("token", exchange.getRequestHeaders().getFirst("Authorization"));
    data.put("via", exchange.getRequestHeaders().getFirst("X-Request-ID"));
    data.set("echo", body);
    return answer.toString();
  }

  private void log(HttpExchange exchange) throws IOException {
    Log log = logOf(exchange.getRequestURI().getQuery());
    ObjectNode answer = JSON.createObjectNode().put("most_running", log.mostRunning.get());
    ArrayNode bodies = answer.putArray("bodies");
    log.bodies.forEach(bodies::add);
    try (exchange) {
      send(exchange, 200, answer.toString());
    }
  }

  private Log logOf(String name) {
    return logs.computeIfAbsent(name, ignored -> new Log());
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
