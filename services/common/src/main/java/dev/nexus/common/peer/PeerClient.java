package dev.nexus.common.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nexus.common.edge.Headers;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Calls a peer on behalf of a user and waits for its JSON; to be used on virtual threads. */
@ApplicationScoped
public class PeerClient {

  private static final Logger LOG = Logger.getLogger(PeerClient.class);
  private static final int MAX_CONNECTIONS = 64;
  private static final int MAX_WAITING = 256;
  private static final int MAX_ANSWER = 8 * 1024 * 1024;

  private final HttpClient http;
  private final PeerConfig peers;
  private final ObjectMapper json;

  PeerClient(PeerHttpClients clients, PeerConfig peers, ObjectMapper json) {
    this.http =
        clients.create(
            new HttpClientOptions()
                .setConnectTimeout(2_000)
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setMaxWaitQueueSize(MAX_WAITING));
    this.peers = peers;
    this.json = json;
  }

  /**
   * Sends a request and returns the answer, whatever its status.
   *
   * @param call what to ask of whom, and for how long
   * @throws NexusException SERVICE_UNAVAILABLE when the peer cannot be reached, TIMEOUT when it
   *     does not answer in time, EXTERNAL_SERVICE_ERROR when its answer is no JSON or too large
   */
  public PeerAnswer send(PeerCall call) {
    URI base = url(call.peer());
    long deadline = System.nanoTime() + call.timeout().toNanos();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(call.method()))
            .setAbsoluteURI(base.resolve(call.path()).toString())
            .setTimeout(call.timeout().toMillis())
            .putHeader("Authorization", "Bearer " + call.bearerToken())
            .putHeader("Content-Type", "application/json")
            .putHeader(Headers.REQUEST_ID, call.requestId());
    return await(http.request(options).compose(request -> exchange(request, call, deadline)), call);
  }

  private URI url(String peer) {
    PeerConfig.@Nullable Peer configured = peers.peers().get(peer);
    if (configured == null) {
      throw new IllegalStateException("nexus.peers." + peer + ".url is not configured");
    }
    return configured.url();
  }

  /**
   * Asks for the body in the same breath as the response: attached from the caller's thread a
   * moment later, the body may have gone by. The timeout of the options ends with the head; this
   * one covers the body, and what is given up gives its connection up.
   */
  private Future<PeerAnswer> exchange(HttpClientRequest request, PeerCall call, long deadline) {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    return sendBody(request, call)
        .compose(
            response ->
                BoundedBody.read(response, MAX_ANSWER)
                    .map(body -> Map.entry(response.statusCode(), body)))
        .timeout(Math.max(1, left), TimeUnit.MILLISECONDS)
        .onFailure(cause -> request.reset())
        .map(read -> answer(read.getKey(), read.getValue()));
  }

  private static Future<HttpClientResponse> sendBody(HttpClientRequest request, PeerCall call) {
    return call.body()
        .map(body -> request.send(Buffer.buffer(body.toString())))
        .orElseGet(request::send);
  }

  private PeerAnswer answer(int status, Buffer body) {
    try {
      JsonNode node = json.readTree(body.getBytes());
      return new PeerAnswer(status, node);
    } catch (IOException e) {
      throw new NexusException(CommonError.EXTERNAL_SERVICE_ERROR, "A peer answered no JSON");
    }
  }

  private static PeerAnswer await(Future<PeerAnswer> answer, PeerCall call) {
    Duration patience = call.timeout().plusSeconds(2);
    try {
      return answer
          .toCompletionStage()
          .toCompletableFuture()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw timeout(call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NexusException(CommonError.SERVICE_UNAVAILABLE, "The service is stopping");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NexusException error) {
        throw error;
      }
      if (e.getCause() instanceof TimeoutException) {
        throw timeout(call);
      }
      LOG.warnf("Peer %s is unreachable: %s", call.peer(), e.getCause());
      throw new NexusException(
          CommonError.SERVICE_UNAVAILABLE, "The " + call.peer() + " service cannot be reached");
    }
  }

  private static NexusException timeout(PeerCall call) {
    return new NexusException(
        CommonError.TIMEOUT, "The " + call.peer() + " service did not answer in time");
  }
}
