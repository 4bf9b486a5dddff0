package dev.nexus.gateway.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerProbesTest {

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
