package dev.nexus.common.peer;

import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/**
 * Makes HTTP clients for peers. With the TLS configuration {@value #TLS} they present the service's
 * certificate, verify the peer's, and take renewed certificates without a restart.
 */
@ApplicationScoped
public class PeerHttpClients {

  /** Name of the TLS configuration that holds the platform's certificates. */
  public static final String TLS = "nexus";

  private static final Logger LOG = Logger.getLogger(PeerHttpClients.class);

  private final Vertx vertx;
  private final Optional<TlsConfiguration> tls;
  private final List<HttpClient> clients = new CopyOnWriteArrayList<>();

  PeerHttpClients(Vertx vertx, TlsConfigurationRegistry registry) {
    this.vertx = vertx;
    this.tls = registry.get(TLS);
  }

  /**
   * A client with the given options and the platform's certificates. Lives as long as the process.
   */
  public HttpClient create(HttpClientOptions options) {
    tls.ifPresent(
        configuration -> {
          TlsConfigUtils.configure(options, configuration);
          options.setVerifyHost(true);
        });
    HttpClient client = vertx.createHttpClient(options);
    clients.add(client);
    return client;
  }

  void reload(@Observes CertificateUpdatedEvent event) {
    if (TLS.equals(event.name())) {
      clients.forEach(client -> client.updateSSLOptions(event.tlsConfiguration().getSSLOptions()));
      LOG.debug("Certificates read again for calls to peers");
    }
  }
}
