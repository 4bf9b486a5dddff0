package dev.nexus.gateway.limit;

import io.quarkus.redis.client.RedisOptionsCustomizer;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.redis.client.RedisOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * TLS to Redis: the server's name is verified, which Quarkus leaves undecided and Vert.x then
 * refuses to connect at all; and renewed certificates are taken without a restart, although the
 * client takes its options once and for all.
 */
@ApplicationScoped
class RedisCertificates implements RedisOptionsCustomizer {

  private final Optional<String> name;
  private final RenewableKey key;
  private final RenewableTrust trust;

  /** Neither Vert.x nor the registry is there yet when the client is made. */
  RedisCertificates(
      Instance<Vertx> vertx, Instance<TlsConfigurationRegistry> registry, RedisLimitConfig config) {
    this.name = config.tlsConfigurationName();
    Supplier<TlsConfiguration> tls = () -> registry.get().get(name.orElseThrow()).orElseThrow();
    this.key =
        new RenewableKey(() -> tls.get().getKeyStoreOptions().getKeyManagerFactory(vertx.get()));
    this.trust =
        new RenewableTrust(
            () -> tls.get().getTrustStoreOptions().getTrustManagerFactory(vertx.get()));
  }

  @Override
  public void customize(String client, RedisOptions options) {
    NetClientOptions net = options.getNetClientOptions();
    if (net.getHostnameVerificationAlgorithm() == null) {
      net.setHostnameVerificationAlgorithm("HTTPS");
    }
    // The profile mtls names certificates for a Redis that may be elsewhere and speak no TLS.
    net.setSsl(options.getEndpoints().stream().anyMatch(host -> host.startsWith("rediss:")));
    if (name.isPresent() && net.getKeyCertOptions() != null) {
      net.setKeyCertOptions(KeyCertOptions.wrap(key));
    }
    if (name.isPresent() && net.getTrustOptions() != null) {
      net.setTrustOptions(TrustOptions.wrap(trust));
    }
  }

  void reload(@Observes CertificateUpdatedEvent event) {
    if (name.filter(event.name()::equals).isPresent()) {
      key.renew();
      trust.renew();
    }
  }
}
