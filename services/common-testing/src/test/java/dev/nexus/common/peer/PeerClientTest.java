package dev.nexus.common.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Calls over real HTTP to a peer that answers at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeerClientTest {

  private final Vertx vertx = Vertx.vertx();
  private final CountDownLatch hungUp = new CountDownLatch(1);
  private final HttpServer peer;
  private final PeerClient client;

  PeerClientTest() throws Exception {
    peer =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  HttpServerResponse response = request.response();
                  switch (request.path()) {
                    case "/silent" -> {}
                    case "/stalls" -> {
                      request.connection().closeHandler(closed -> hungUp.countDown());
                      response.setChunked(true).write("{");
                    }
                    case "/large" -> response.end("\"" + "x".repeat(8 * 1024 * 1024) + "\"");
                    default -> response.end("{\"path\":\"" + request.path() + "\"}");
                  }
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    PeerConfig.Peer ai = () -> URI.create("http://127.0.0.1:" + peer.actualPort());
    client =
        new PeerClient(
            new PeerHttpClients(vertx, new NoTls()), () -> Map.of("ai", ai), new ObjectMapper());
  }

  @AfterAll
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static PeerCall call(String path, Duration timeout) {
    return new PeerCall("ai", "GET", path, Optional.empty(), "token", "id", timeout);
  }

  @Test
  void anAnswerThatComesAtOnceIsNeverLost() {
    for (int i = 0; i < 2_000; i++) {
      PeerAnswer answer = client.send(call("/" + i, Duration.ofSeconds(10)));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body().path("path").asText()).isEqualTo("/" + i);
    }
  }

  @Test
  void aPeerThatDoesNotAnswerIsATimeout() {
    assertThatThrownBy(() -> client.send(call("/silent", Duration.ofMillis(200))))
        .isInstanceOfSatisfying(
            NexusException.class, e -> assertThat(e.code()).isEqualTo(CommonError.TIMEOUT));
  }

  @Test
  void hangsUpOnAPeerThatStallsInItsAnswer() throws Exception {
    assertThatThrownBy(() -> client.send(call("/stalls", Duration.ofMillis(500))))
        .isInstanceOfSatisfying(
            NexusException.class, e -> assertThat(e.code()).isEqualTo(CommonError.TIMEOUT));
    assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void readsNoAnswerWithoutBounds() {
    assertThatThrownBy(() -> client.send(call("/large", Duration.ofSeconds(10))))
        .isInstanceOfSatisfying(
            NexusException.class,
            e -> assertThat(e.code()).isEqualTo(CommonError.EXTERNAL_SERVICE_ERROR));
  }

  /** No TLS configuration is there. */
  private static final class NoTls implements TlsConfigurationRegistry {

    @Override
    public Optional<TlsConfiguration> get(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<TlsConfiguration> getDefault() {
      return Optional.empty();
    }

    @Override
    public void register(String name, TlsConfiguration configuration) {
      throw new IllegalStateException("nothing is registered here");
    }
  }
}
