package dev.nexus.gateway.identity;

import dev.nexus.common.peer.PeerHttpClients;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.jose4j.lang.JoseException;

/** Fetches the keys from the issuer's JWKS endpoint. */
@ApplicationScoped
class HttpKeySource implements KeySource {

  private static final int CONNECT_MILLIS = 2_000;
  private static final int ANSWER_MILLIS = 5_000;

  private final HttpClient http;
  private final IdentityConfig config;

  HttpKeySource(PeerHttpClients clients, IdentityConfig config) {
    this.http =
        clients.create(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setMaxPoolSize(1));
    this.config = config;
  }

  @Override
  public Future<KeySet> fetch() {
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(config.jwksUrl().toString())
            .setTimeout(ANSWER_MILLIS)
            .putHeader("Accept", "application/json");
    return http.request(options)
        .compose(request -> request.send())
        .compose(
            response ->
                response.statusCode() == 200
                    ? response.body()
                    : Future.failedFuture(new IOException("status " + response.statusCode())))
        .compose(
            body -> {
              try {
                return Future.succeededFuture(KeySet.parse(body.toString()));
              } catch (JoseException e) {
                return Future.failedFuture(e);
              }
            });
  }
}
