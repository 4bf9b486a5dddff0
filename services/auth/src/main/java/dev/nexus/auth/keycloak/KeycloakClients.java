package dev.nexus.auth.keycloak;

import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Makes the pooled client for Keycloak, with the TLS configuration that token checks use. Takes
 * renewed certificates and authorities without a restart.
 */
@ApplicationScoped
class KeycloakClients {

  private static final Logger LOG = Logger.getLogger(KeycloakClients.class);

  private final HttpClient client;
  private final KeycloakConfig config;

  KeycloakClients(Vertx vertx, TlsConfigurationRegistry registry, KeycloakConfig config) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout((int) config.connectTimeout().toMillis())
            .setMaxPoolSize(config.maxConnections())
            .setMaxWaitQueueSize(config.maxWaiting());
    config
        .tlsConfigurationName()
        .ifPresent(name -> TlsConfigUtils.configure(options, named(registry, name)));
    this.client = vertx.createHttpClient(options.setVerifyHost(true));
    this.config = config;
  }

  private static TlsConfiguration named(TlsConfigurationRegistry registry, String name) {
    return registry
        .get(name)
        .orElseThrow(() -> new IllegalStateException("quarkus.tls." + name + " is not configured"));
  }

  /** The client. Lives as long as the process. */
  HttpClient client() {
    return client;
  }

  void reload(@Observes CertificateUpdatedEvent event) {
    if (config.tlsConfigurationName().filter(event.name()::equals).isPresent()) {
      client.updateSSLOptions(event.tlsConfiguration().getSSLOptions());
      LOG.info("Certificates reloaded for calls to Keycloak");
    }
  }
}
