package dev.nexus.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.nexus.common.testing.RedisResource;
import dev.nexus.gateway.testing.Issuer;
import dev.nexus.gateway.testing.PeersResource;
import dev.nexus.gateway.testing.RawHttp;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PeersResource.class)
@WithTestResource(RedisResource.class)
class StreamingIT {

  private static final int MEGABYTE = 1 << 20;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String token =
      new Issuer(ConfigProvider.getConfig().getValue(PeersResource.ISSUER, String.class))
          .token("u1");

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
        .header("Authorization", "Bearer " + token)
        .timeout(Duration.ofSeconds(20));
  }

  private int count(String what) {
    return given().auth().oauth2(token).get("/api/v1/webhooks/counts").jsonPath().getInt(what);
  }

  @Test
  void passesEachEventOnAsItComes_checklist33() throws Exception {
    HttpResponse<InputStream> answer =
        http.send(
            request("/api/v1/templates/stream/event-stream").build(), BodyHandlers.ofInputStream());
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    try (BufferedReader events =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(events.readLine()).isEqualTo("data: first");
      given().auth().oauth2(token).get("/api/v1/webhooks/release");
      assertThat(events.lines()).contains("data: last");
    }
  }

  /** The route's patience is for the beginning of an answer; this route's is 2 s. */
  @Test
  void keepsAStreamOpenThatIsSilentForLongerThanItsBeginningMayTake() throws Exception {
    HttpResponse<InputStream> answer =
        http.send(
            request("/api/v1/templates/quiet/event-stream").build(), BodyHandlers.ofInputStream());
    try (BufferedReader events =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(events.readLine()).isEqualTo("data: first");
      int before = count("cancelled");
      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(20))
          .until(() -> count("cancelled") == before);
      given().auth().oauth2(token).get("/api/v1/webhooks/release");
      assertThat(events.lines()).contains("data: last");
    }
  }

  @Test
  void tellsThePeerWhenTheClientLeaves() throws Exception {
    int before = count("cancelled");
    try (InputStream body =
        http.send(
                request("/api/v1/templates/stream/event-stream").build(),
                BodyHandlers.ofInputStream())
            .body()) {
      assertThat(body.read()).isEqualTo('d');
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> count("cancelled") > before);
  }

  @Test
  void holdsThePeerBackWhenTheClientReadsSlowly() throws Exception {
    int before = count("received");
    try (Socket socket =
        RawHttp.open(
            RestAssured.port,
            "GET /api/v1/webhooks/flood HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token
                + "\r\n\r\n")) {
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      await()
          .during(Duration.ofSeconds(1))
          .atMost(Duration.ofSeconds(10))
          .until(() -> count("received") - before < 32 * MEGABYTE);
    }
  }

  @Test
  void neverPassesACutAnswerOffAsAWholeOne() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> http.send(request("/api/v1/webhooks/cut").build(), BodyHandlers.ofString()));
  }

  @Test
  void neverPassesACutBodyOffAsAWholeOne() throws Exception {
    int before = count("cancelled");
    int arrived = count("received");
    try (Socket socket =
        RawHttp.open(
            RestAssured.port,
            "POST /api/v1/webhooks/sink HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                + "Authorization: Bearer "
                + token
                + "\r\n\r\n3\r\nabc\r\n")) {
      await().atMost(Duration.ofSeconds(10)).until(() -> count("received") == arrived + 3);
      assertThat(socket.isConnected()).isTrue();
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> count("cancelled") > before);
  }

  @Test
  void streamsBodiesUpToTheLimitAndCountsThoseWithoutALength() throws Exception {
    assertThat(upload(MEGABYTE)).isEqualTo(200);
    assertThat(upload(MEGABYTE + 1)).isEqualTo(413);
    assertThat(upload(100)).isEqualTo(200);
  }

  private int upload(int size) throws Exception {
    return http.send(
            request("/api/v1/webhooks/sink")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size])))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }
}
