package dev.nexus.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.error.NexusException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class PeerFailureTest {

  @Test
  void aPeerThatCannotBeReachedIsUnavailable() {
    assertThat(PeerFailure.onConnect("ai", new ConnectException()).status()).isEqualTo(503);
    assertThat(PeerFailure.onConnect("ai", new UnknownHostException()).status()).isEqualTo(503);
    assertThat(PeerFailure.onConnect("ai", new SSLHandshakeException("no")).status())
        .isEqualTo(503);
    assertThat(PeerFailure.onConnect("ai", new TimeoutException()).status()).isEqualTo(503);
    assertThat(PeerFailure.onConnect("ai", new ConnectionPoolTooBusyException("full")).status())
        .isEqualTo(503);
  }

  @Test
  void aPeerThatIsSlowOrBreaksOffIsToldApart() {
    assertThat(PeerFailure.whileWaiting("ai", new TimeoutException()).status()).isEqualTo(504);
    assertThat(PeerFailure.whileWaiting("ai", new HttpClosedException("gone")).status())
        .isEqualTo(502);
  }

  @Test
  void everyAnswerNamesThePeerAndNothingInternal() {
    NexusException error = PeerFailure.onConnect("ai", new ConnectException("10.1.2.3:8081"));
    assertThat(error.body("id").error().metadata()).containsEntry("service", "ai");
    assertThat(error.body("id").error().message()).contains("ai").doesNotContain("10.1.2.3");
  }
}
