package dev.nexus.auth.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.nexus.common.error.NexusException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls Keycloak and waits for its JSON, never longer than configured. For virtual threads. */
@ApplicationScoped
class KeycloakHttp {

  /** What the event loop may be late by before waiting ends without it. */
  private static final long SLACK_MILLIS = 500;

  private final HttpClient http;
  private final KeycloakConfig config;
  private final ObjectMapper json;

  KeycloakHttp(KeycloakClients clients, KeycloakConfig config, ObjectMapper json) {
    this.http = clients.client();
    this.config = config;
    this.json = json;
  }

  /**
   * Sends a request and gives the answer, whatever its status.
   *
   * @throws NexusException SERVICE_UNAVAILABLE when there is none in time
   */
  KeycloakAnswer send(KeycloakCall call) {
    return send(call, config.connectTimeout(), config.timeout());
  }

  /** The same with the patience of a probe. */
  KeycloakAnswer probe(KeycloakCall call) {
    return send(call, config.probeTimeout(), config.probeTimeout());
  }

  private KeycloakAnswer send(KeycloakCall call, Duration connect, Duration patience) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(call.method())
            .setAbsoluteURI(call.url())
            .setConnectTimeout(connect.toMillis())
            .setFollowRedirects(false);
    call.headers().forEach(options::putHeader);
    Future<KeycloakAnswer> answer =
        http.request(options).compose(request -> exchange(request, call, patience));
    return await(answer, call, connect.plus(patience));
  }

  /** A request that is given up gives its connection up too. */
  private Future<KeycloakAnswer> exchange(
      HttpClientRequest request, KeycloakCall call, Duration patience) {
    return request
        .send(call.body())
        .compose(response -> response.body().map(body -> answer(response, body)))
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(cause -> request.reset());
  }

  private KeycloakAnswer answer(HttpClientResponse response, Buffer body) {
    String location = response.getHeader("Location");
    return new KeycloakAnswer(response.statusCode(), read(body), location == null ? "" : location);
  }

  /** What stands before Keycloak may answer no JSON; then the status says it all. */
  private JsonNode read(Buffer body) {
    try {
      return json.readTree(body.getBytes());
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static KeycloakAnswer await(
      Future<KeycloakAnswer> answer, KeycloakCall call, Duration patience) {
    try {
      return answer
          .toCompletionStage()
          .toCompletableFuture()
          .get(patience.toMillis() + SLACK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw KeycloakFailure.unanswered(call, e);
    } catch (ExecutionException e) {
      throw KeycloakFailure.unanswered(call, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw KeycloakFailure.unanswered(call, e);
    }
  }
}
