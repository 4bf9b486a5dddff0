package dev.nexus.gateway;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nexus.gateway.testing.Issuer;
import dev.nexus.gateway.testing.PackagedGateway;
import dev.nexus.gateway.testing.PeerServer;
import dev.nexus.gateway.testing.RawHttp;
import io.restassured.response.Response;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only the jar shows: its configuration, its log, how it begins and how it ends. */
class PackagedIT {

  private static final String ISSUER = "https://login.example/realms/nexus";
  private static final int SIGTERM = 128 + 15;

  private final String token = new Issuer(ISSUER).token("u1");
  private final PeerServer peer = PeerServer.start(new HttpServerOptions());
  private PackagedGateway gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = PackagedGateway.start(asTheOperatorWritesIt());
  }

  @AfterEach
  void stop() {
    gateway.close();
    peer.stop();
  }

  private Map<String, String> asTheOperatorWritesIt() {
    String url = "http://127.0.0.1:" + peer.port();
    Map<String, String> config = new HashMap<>();
    for (String name :
        new String[] {"ai", "batch", "webhook", "analytics", "conversation", "auth"}) {
      config.put("nexus.peers." + name + ".url", url);
    }
    config.put("nexus.oidc.issuer", ISSUER);
    config.put("nexus.oidc.url", url + "/realms/nexus");
    config.put("nexus.redis.client-type", "cluster");
    config.put("nexus.redis.hosts", "redis://127.0.0.1:1,redis://127.0.0.1:2");
    config.put("quarkus.http.host", "127.0.0.1");
    config.put("quarkus.http.port", "0");
    config.put("quarkus.management.host", "127.0.0.1");
    config.put("quarkus.management.port", "0");
    config.put("quarkus.log.level", "INFO");
    return config;
  }

  private Response get(String path) throws IOException {
    return given().port(gateway.port()).auth().oauth2(token).urlEncodingEnabled(false).get(path);
  }

  private Optional<JsonObject> logged(String path) throws IOException {
    return gateway
        .log()
        .filter(line -> line.getString("loggerName").equals("dev.nexus.gateway.access"))
        .map(line -> line.getJsonObject("mdc"))
        .filter(line -> line.getString("path").equals(path))
        .findFirst();
  }

  @Test
  void answersAndLogsEachRequestAsOneLineOfJsonWithoutSecrets() throws IOException {
    for (String path : new String[] {"/health", "/api/v1/ready", "/api/v1/version"}) {
      assertContract(get(path));
      assertThat(get(path).statusCode()).isEqualTo(200);
    }
    Response forwarded = get("/api/v1/webhooks?secret=hunter2");
    assertThat(forwarded.statusCode()).isEqualTo(200);
    assertContract(get("/api/v1/admin%2Fprompts"))
        .isError(400, "INVALID_FORMAT", "VALIDATION_ERROR");
    assertThat(
            RawHttp.exchange(
                gateway.port(),
                "GET /api/v1/admin%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .as("Main keeps the HTTP layer from answering it")
        .contains("\"code\":\"INVALID_FORMAT\"");
    await().atMost(Duration.ofSeconds(10)).until(() -> logged("/api/v1/webhooks").isPresent());
    assertThat(logged("/api/v1/webhooks").orElseThrow().getMap())
        .containsEntry("requestId", forwarded.header("X-Request-ID"))
        .containsEntry("method", "GET")
        .containsEntry("route", "webhooks")
        .containsEntry("status", "200")
        .containsEntry("principal", "u1")
        .containsEntry("complete", "true")
        .containsEntry("remote", "127.0.0.1")
        .containsKeys("micros", "bytesIn", "bytesOut", "traceId");
    assertThat(gateway.output()).doesNotContain("hunter2", token);
    assertThat(given().port(gateway.managementPort()).get("/metrics").asString())
        .contains("nexus_requests_total{status=\"200\"}");
    assertThat(given().port(gateway.managementPort()).get("/q/health/ready").statusCode())
        .isEqualTo(200);
  }

  /** The client speaks HTTP/2, where an ended stream could pass for a broken one. */
  @Test
  void endsWhatItHasBegunBeforeItEnds() throws Exception {
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://127.0.0.1:"
                                + gateway.port()
                                + "/api/v1/templates/stream/event-stream"))
                    .header("Authorization", "Bearer " + token)
                    .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    try (BufferedReader events =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(events.readLine()).isEqualTo("data: first");
      gateway.terminate();
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> "close".equals(get("/health").header("Connection")));
      assertThat(gateway.isRunning()).isTrue();
      given().port(peer.port()).get("/release");
      assertThat(events.lines()).contains("data: last");
    }
    assertThat(gateway.awaitExit()).isEqualTo(SIGTERM);
    assertThat(logged("/api/v1/templates/stream/event-stream").orElseThrow().getMap())
        .containsEntry("complete", "true");
  }
}
