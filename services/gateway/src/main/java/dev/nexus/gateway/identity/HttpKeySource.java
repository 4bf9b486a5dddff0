package dev.nexus.gateway.identity;

import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jose4j.lang.JoseException;

/**
 * Fetches the keys from the issuer's JWKS endpoint. The issuer may run elsewhere, under another
 * authority than the platform's, so it has a client of its own.
 */
@ApplicationScoped
class HttpKeySource implements KeySource {

  private static final int CONNECT_MILLIS = 2_000;
  private static final int ANSWER_MILLIS = 5_000;
  private static final int MAX_LENGTH = 1 << 20;

  private final HttpClient http;
  private final IdentityConfig config;

  HttpKeySource(Vertx vertx, TlsConfigurationRegistry registry, IdentityConfig config) {
    HttpClientOptions options =
        new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setMaxPoolSize(1);
    config
        .tlsConfigurationName()
        .map(name -> registry.get(name).orElseThrow(() -> new IllegalStateException(missing(name))))
        .ifPresent(tls -> TlsConfigUtils.configure(options, tls));
    this.http = vertx.createHttpClient(options);
    this.config = config;
  }

  private static String missing(String name) {
    return "quarkus.tls." + name + ", which is to be used for the issuer, is not configured";
  }

  void reload(@Observes CertificateUpdatedEvent event) {
    if (config.tlsConfigurationName().filter(event.name()::equals).isPresent()) {
      var unused = http.updateSSLOptions(event.tlsConfiguration().getSSLOptions());
    }
  }

  @Override
  public Future<KeySet> fetch() {
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(config.jwksUrl().toString())
            .setConnectTimeout(CONNECT_MILLIS)
            .putHeader("Accept", "application/json");
    return http.request(options)
        .compose(HttpKeySource::exchange)
        .compose(
            body -> {
              try {
                return Future.succeededFuture(KeySet.parse(body.toString()));
              } catch (JoseException e) {
                return Future.failedFuture(e);
              }
            });
  }

  /**
   * The deadline is that of head and body: the client's own ends with the head. A request that is
   * given up gives its connection up too.
   */
  private static Future<Buffer> exchange(HttpClientRequest request) {
    return request
        .send()
        // Nested, so that the body is asked for before it can have gone by.
        .compose(HttpKeySource::body)
        .timeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
        .onFailure(cause -> request.reset());
  }

  private static Future<Buffer> body(HttpClientResponse response) {
    if (response.statusCode() != 200) {
      return Future.failedFuture(new IOException("status " + response.statusCode()));
    }
    Promise<Buffer> whole = Promise.promise();
    Buffer read = Buffer.buffer();
    response
        .exceptionHandler(whole::tryFail)
        .endHandler(end -> whole.tryComplete(read))
        .handler(
            part -> {
              if (read.length() + part.length() > MAX_LENGTH) {
                whole.tryFail(new IOException("more than " + MAX_LENGTH + " bytes of keys"));
              } else {
                read.appendBuffer(part);
              }
            });
    return whole.future();
  }
}
