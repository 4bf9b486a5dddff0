package dev.nexus.gateway.proxy;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What a client is told when a peer does not answer (protocol 2.2: EXTERNAL_ERROR). */
final class PeerFailure {

  private PeerFailure() {}

  /** The peer could not be reached. */
  static NexusException onConnect(String peer, Throwable cause) {
    return cause instanceof TimeoutException ? unavailable(peer) : whileWaiting(peer, cause);
  }

  /** The peer was asked and has not begun to answer. */
  static NexusException whileWaiting(String peer, Throwable cause) {
    if (cause instanceof NexusException known) {
      return known;
    }
    if (cause instanceof TimeoutException) {
      return new NexusException(
              CommonError.TIMEOUT, "The " + peer + " service did not answer in time")
          .metadata("service", peer);
    }
    if (cause instanceof SocketException
        || cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof SSLException
        || cause instanceof ConnectionPoolTooBusyException) {
      return unavailable(peer);
    }
    return new NexusException(
            CommonError.EXTERNAL_SERVICE_ERROR, "The " + peer + " service broke off its answer")
        .metadata("service", peer);
  }

  private static NexusException unavailable(String peer) {
    return new NexusException(
            CommonError.SERVICE_UNAVAILABLE, "The " + peer + " service is unavailable")
        .metadata("service", peer);
  }
}
