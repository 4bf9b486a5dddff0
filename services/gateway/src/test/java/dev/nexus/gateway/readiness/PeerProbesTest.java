package dev.nexus.gateway.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.SettableClock;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerProbesTest {

  @Test
  void seesAPeerAgainThatStalledSeveralTimes() {
    Vertx vertx = Vertx.vertx();
    try {
      AtomicInteger asked = new AtomicInteger();
      HttpServer peer =
          vertx
              .createHttpServer()
              .requestHandler(
                  request -> {
                    int nth = asked.incrementAndGet();
                    if (nth > 3) {
                      request.response().end("{}");
                    } else if (nth > 1) { // the first stalls before its head, others after it
                      request.response().putHeader("Content-Length", "9").writeHead();
                    }
                  })
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .join();
      HttpClient http = vertx.createHttpClient(PeerProbes.options());
      URI url = URI.create("http://127.0.0.1:" + peer.actualPort() + "/ready");
      SettableClock clock = new SettableClock(Instant.EPOCH);
      PeerProbes probes = new PeerProbes(http, Map.of("ai", url), clock);
      for (int i = 0; i < 3; i++) {
        assertThat(probes.states()).containsEntry("ai", PeerState.AWAY);
        clock.advance(Duration.ofSeconds(2));
      }
      assertThat(probes.states()).containsEntry("ai", new PeerState(true, true, Optional.empty()));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  @Test
  void readsWhatAPeerSaysOfItself() {
    PeerState state = PeerProbes.read(200, "{\"checks\":{\"database\":\"ok\"}}");
    assertThat(state).isEqualTo(new PeerState(true, true, Optional.of("ok")));
    assertThat(state.databaseIsWell()).isTrue();
  }

  @Test
  void knowsAPeerThatAnswersButIsNotReady() {
    PeerState state = PeerProbes.read(503, "{\"checks\":{\"database\":\"unhealthy\"}}");
    assertThat(state.reachable()).isTrue();
    assertThat(state.ready()).isFalse();
    assertThat(state.databaseIsWell()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"checks\":[]}", "{\"checks\":{\"database\":{}}}"})
  void believesAPeerThatIsReadyAndTellsOfNoDatabase(String body) {
    assertThat(PeerProbes.read(200, body)).isEqualTo(new PeerState(true, true, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "null"})
  void takesUnreadableWordsForNotReady(String body) {
    assertThat(PeerProbes.read(200, body)).isEqualTo(new PeerState(true, false, Optional.empty()));
  }
}
