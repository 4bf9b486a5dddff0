package dev.nexus.conversation.assistant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.common.Release;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.common.peer.PeerAnswer;
import dev.nexus.common.peer.PeerCall;
import dev.nexus.common.peer.PeerClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls the AI service. A call that broke on its way, as on a kept connection that the peer has
 * closed meanwhile, is made again: it has the same request id and body, so that the peer executes
 * it once (protocol 1.3).
 */
@ApplicationScoped
class AiPeer {

  private static final String PEER = "ai";
  private static final String PATH = "/api/v1/templates/execute";

  /** The AI service is told to end a little before we stop waiting: part of an answer is one. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final PeerClient peers;
  private final ExecuteBody.Version version;

  AiPeer(PeerClient peers, Release release) {
    this.peers = peers;
    this.version = new ExecuteBody.Version(release.protocol(), release.version());
  }

  /**
   * What the AI service answers, whatever its status.
   *
   * @throws NexusException SERVICE_UNAVAILABLE, TIMEOUT or EXTERNAL_SERVICE_ERROR
   */
  PeerAnswer execute(Turn turn, Language language) {
    ObjectNode body = ExecuteBody.of(turn, language, patience(turn).minus(MARGIN), version);
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return send(turn, body);
      } catch (NexusException e) {
        if (e.code() == CommonError.TIMEOUT) {
          throw e;
        }
      }
      pause();
    }
    return send(turn, body);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NexusException(CommonError.SERVICE_UNAVAILABLE, "The service is stopping");
    }
  }

  private static Duration patience(Turn turn) {
    Duration remaining = turn.deadline().remaining();
    if (remaining.compareTo(MARGIN) <= 0) {
      throw new NexusException(CommonError.TIMEOUT, "There is no time left to ask the ai service");
    }
    return remaining;
  }

  private PeerAnswer send(Turn turn, ObjectNode body) {
    Credentials credentials = turn.credentials();
    return peers.send(
        new PeerCall(
            PEER,
            "POST",
            PATH,
            Optional.of(body),
            credentials.bearerToken(),
            credentials.requestId(),
            patience(turn)));
  }
}
