package dev.nexus.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An AI service on loopback that speaks the wire (protocol 3.3, 4.5). A word in brackets in the
 * query says how it behaves; any other query is echoed. {@code GET /received?<text>} tells the
 * calls whose query has the text. With the argument {@code ai=away} there is none.
 */
public final class FakeAi implements QuarkusTestResourceLifecycleManager {

  /** Within the budget of the tests, and longer than it. */
  private static final Duration LATE = Duration.ofMillis(700);

  private static final Duration SLOW = Duration.ofSeconds(20);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Queue<ObjectNode> received = new ConcurrentLinkedQueue<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable HttpServer server;
  private boolean away;

  @Override
  public void init(Map<String, String> arguments) {
    away = "away".equals(arguments.get("ai"));
  }

  @Override
  public Map<String, String> start() {
    return Map.of(
        "nexus.peers.ai.url", "http://127.0.0.1:" + (away ? unusedPort() : listen()),
        "nexus.conversation.assistant.budget", "2500ms",
        "nexus.conversation.lifecycle.max-per-owner", "20",
        "nexus.conversation.message.max-per-conversation", "60",
        "nexus.conversation.message.max-shown", "50",
        "nexus.conversation.memory.max-tokens", "200");
  }

  private int listen() {
    try {
      HttpServer started = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      started.createContext("/api/v1/templates/execute", this::execute);
      started.createContext("/received", this::tell);
      started.setExecutor(task -> Thread.ofVirtual().start(task));
      started.start();
      server = started;
      return started.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int unusedPort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void execute(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    ObjectNode call = JSON.createObjectNode();
    call.put("authorization", exchange.getRequestHeaders().getFirst("Authorization"));
    call.put("request_id", exchange.getRequestHeaders().getFirst("X-Request-ID"));
    call.set("body", body);
    received.add(call);
    String query = body.path("query").asText();
    switch (word(query)) {
      case "500" -> send(exchange, 500, error("INTERNAL_ERROR", "INTERNAL_ERROR", "secret stack"));
      case "quota" ->
          send(exchange, 403, error("FORBIDDEN_RESOURCE", "AUTHORIZATION_ERROR", "quota used up"));
      case "rude" -> exchange.close();
      case "flaky" -> {
        if (seen.add(body.path("metadata").path("request_id").asText())) {
          exchange.close();
        } else {
          send(exchange, 200, answer("completed", query));
        }
      }
      case "garbage" -> send(exchange, 200, "<html>");
      case "odd" -> send(exchange, 200, "{\"data\":{}}");
      case "slow" -> {
        pause(SLOW);
        send(exchange, 200, answer("completed", query));
      }
      case "late" -> {
        pause(LATE);
        send(exchange, 200, answer("completed", query));
      }
      case "nothing" -> send(exchange, 200, answer("completed", ""));
      case "partial" -> send(exchange, 200, answer("partial", query));
      case "timeout" -> send(exchange, 200, answer("timeout", ""));
      default -> send(exchange, 200, answer("completed", query));
    }
  }

  private static String word(String query) {
    int begin = query.indexOf('[');
    int end = query.indexOf(']', begin + 1);
    return begin < 0 || end < 0 ? "" : query.substring(begin + 1, end);
  }

  private void pause(Duration duration) {
    try {
      stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String error(String code, String type, String message) {
    return """
    {"error":{"code":"%s","type":"%s","message":"%s","metadata":{"request_id":"x"}}}
    """
        .formatted(code, type, message);
  }

  private static String answer(String status, String echo) {
    ObjectNode root = JSON.createObjectNode();
    root.putObject("metadata").put("protocol_version", "2.0.0");
    ObjectNode data = root.putObject("data");
    data.put("execution_id", UUID.randomUUID().toString());
    data.put("status", status);
    data.put("query_type", "information_only");
    data.putObject("metadata").put("provider", "fake");
    ArrayNode ranked = data.putObject("ranking").putArray("items");
    ObjectNode section = data.putArray("sections").addObject();
    section.put("domain_id", "knowledge").put("status", "success");
    ArrayNode results = section.putArray("results");
    if (!echo.isEmpty()) {
      ranked.addObject().put("id", "echo").put("rank", 1);
      results.addObject().put("id", "echo").put("title", "Echo").put("description", echo);
    }
    return root.toString();
  }

  private void tell(HttpExchange exchange) throws IOException {
    String text = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
    ArrayNode calls = JSON.createArrayNode();
    received.stream()
        .filter(call -> call.path("body").path("query").asText().contains(text))
        .forEach(calls::add);
    send(exchange, 200, calls.toString());
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void stop() {
    stopped.countDown();
    if (server != null) {
      server.stop(0);
    }
  }
}
