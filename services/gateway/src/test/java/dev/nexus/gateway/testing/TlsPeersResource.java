package dev.nexus.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Peers that speak TLS only and require a certificate; the gateway's own files lie in a folder, as
 * if mounted, with renewed ones beside them.
 */
public final class TlsPeersResource implements QuarkusTestResourceLifecycleManager {

  /** The configuration that names the folder with the gateway's certificate. */
  public static final String MOUNT = "test.mount";

  private @Nullable PeerServer peer;

  @Override
  public Map<String, String> start() {
    try {
      return start(Files.createTempDirectory("gateway-tls"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> start(Path folder) {
    generate(folder, "peer");
    generate(folder, "renewed");
    PeerServer started =
        PeerServer.start(
            new HttpServerOptions()
                .setSsl(true)
                .setClientAuth(ClientAuth.REQUIRED)
                .setKeyCertOptions(
                    new PemKeyCertOptions()
                        .addCertPath(folder.resolve("peer.crt").toString())
                        .addKeyPath(folder.resolve("peer.key").toString()))
                .setTrustOptions(
                    new PemTrustOptions()
                        .addCertPath(folder.resolve("peer-client.crt").toString())
                        .addCertPath(folder.resolve("renewed-client.crt").toString())));
    peer = started;
    mount(folder, "peer");
    String url = "https://localhost:" + started.port();
    Map<String, String> config = new HashMap<>();
    for (String name :
        new String[] {"ai", "batch", "webhook", "analytics", "conversation", "auth"}) {
      config.put("nexus.peers." + name + ".url", url);
    }
    config.put(PeersResource.ISSUER, url + "/realms/nexus");
    config.put("quarkus.tls.nexus.key-store.pem.0.cert", folder.resolve("tls.crt").toString());
    config.put("quarkus.tls.nexus.key-store.pem.0.key", folder.resolve("tls.key").toString());
    config.put("quarkus.tls.nexus.trust-store.pem.certs", folder.resolve("peer.crt").toString());
    config.put("quarkus.tls.nexus.reload-period", "1s");
    config.put("quarkus.otel.sdk.disabled", "true");
    config.put(MOUNT, folder.toString());
    return config;
  }

  /** Puts a certificate and its key where the gateway reads them. */
  public static void mount(Path folder, String name) {
    try {
      for (String kind : new String[] {"crt", "key"}) {
        Files.copy(
            folder.resolve(name + "-client." + kind),
            folder.resolve("tls." + kind),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void generate(Path folder, String name) {
    try {
      new CertificateGenerator(folder, true)
          .generate(
              new CertificateRequest()
                  .withName(name)
                  .withCN("localhost")
                  .withFormat(Format.PEM)
                  .withClientCertificate());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    if (peer != null) {
      peer.stop();
    }
  }
}
