package dev.nexus.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nexus.gateway.testing.Issuer;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpKeySourceTest {

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** The first answer is as given, all others are the keys. */
  private HttpKeySource issuer(Handler<HttpServerResponse> first) {
    Handler<HttpServerRequest> answer =
        request -> {
          if (asked.incrementAndGet() == 1) {
            first.handle(request.response());
          } else {
            request.response().end(Issuer.jwks());
          }
        };
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    IdentityConfig config =
        new SmallRyeConfigBuilder()
            .withDefaultValue("nexus.oidc.issuer", "http://127.0.0.1:" + server.actualPort())
            .withMapping(IdentityConfig.class)
            .withConverter(Duration.class, 100, new DurationConverter())
            .addDefaultInterceptors()
            .build()
            .getConfigMapping(IdentityConfig.class);
    return new HttpKeySource(vertx, new NoTls(), config);
  }

  private static KeySet fetch(HttpKeySource source) throws Exception {
    return source.fetch().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void givesUpAnIssuerThatVanishesInMidBodyAndAsksAgain() throws Exception {
    HttpKeySource source =
        issuer(response -> response.putHeader("Content-Length", "1000").write("{\"keys\":["));
    assertThatThrownBy(() -> fetch(source)).hasCauseInstanceOf(TimeoutException.class);
    assertThat(fetch(source).find(Issuer.KEY_ID)).isPresent();
  }

  @Test
  void readsNoMoreThanKeysCanBeLong() throws Exception {
    HttpKeySource source = issuer(response -> response.end(" ".repeat(2_000_000) + Issuer.jwks()));
    assertThatThrownBy(() -> fetch(source))
        .hasCauseInstanceOf(IOException.class)
        .hasMessageContaining("more than");
    assertThat(fetch(source).find(Issuer.KEY_ID)).isPresent();
  }

  private record NoTls() implements TlsConfigurationRegistry {
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
      throw new UnsupportedOperationException(name);
    }
  }
}
