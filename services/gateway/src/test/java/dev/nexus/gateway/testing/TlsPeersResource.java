package dev.nexus.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSession;

/**
 * Peers that speak TLS only and require a certificate; the gateway's own files lie in a folder, as
 * if mounted, with renewed ones beside them. Something listens where Redis should be and notes who
 * comes. With the argument {@code issuer=elsewhere} the issuer is under another authority, and
 * Redis is left to another resource.
 */
public final class TlsPeersResource implements QuarkusTestResourceLifecycleManager {

  /** The configuration that names the folder with the gateway's certificate. */
  public static final String MOUNT = "test.mount";

  /** The file in that folder with the fingerprint of the certificate that Redis saw last. */
  public static final String SEEN_BY_REDIS = "seen-by-redis";

  private final List<PeerServer> servers = new ArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private boolean issuerElsewhere;

  @Override
  public void init(Map<String, String> arguments) {
    issuerElsewhere = "elsewhere".equals(arguments.get("issuer"));
  }

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
    HttpServerOptions options = server(folder, "peer");
    options
        .setClientAuth(ClientAuth.REQUIRED)
        .setTrustOptions(
            new PemTrustOptions()
                .addCertPath(folder.resolve("peer-client.crt").toString())
                .addCertPath(folder.resolve("renewed-client.crt").toString()));
    String url = start(options);
    mount(folder, "peer");
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
    if (!issuerElsewhere) {
      config.put("nexus.redis.hosts", "rediss://localhost:" + listenLikeRedis(folder, options));
    } else {
      generate(folder, "foreign");
      config.put(PeersResource.ISSUER, "https://login.example/realms/nexus");
      config.put("nexus.oidc.url", start(server(folder, "foreign")) + "/realms/nexus");
      config.put("quarkus.oidc.tls.tls-configuration-name", "keycloak");
      config.put(
          "quarkus.tls.keycloak.trust-store.pem.certs", folder.resolve("foreign.crt").toString());
    }
    return config;
  }

  private static HttpServerOptions server(Path folder, String name) {
    return new HttpServerOptions()
        .setSsl(true)
        .setKeyCertOptions(
            new PemKeyCertOptions()
                .addCertPath(folder.resolve(name + ".crt").toString())
                .addKeyPath(folder.resolve(name + ".key").toString()));
  }

  private String start(HttpServerOptions options) {
    PeerServer server = PeerServer.start(options);
    servers.add(server);
    return "https://localhost:" + server.port();
  }

  /** Knows no session again, so that every connection shows its certificate. */
  private int listenLikeRedis(Path folder, HttpServerOptions tls) {
    NetServer server = vertx.createNetServer(new NetServerOptions(tls).setPort(0));
    server.connectHandler(
        socket -> {
          note(folder.resolve(SEEN_BY_REDIS), socket.sslSession());
          server.updateSSLOptions(tls.getSslOptions(), true).onComplete(done -> socket.close());
        });
    return server.listen().toCompletionStage().toCompletableFuture().join().actualPort();
  }

  private static void note(Path file, SSLSession session) {
    try {
      Path written = Files.createTempFile(file.getParent(), "seen", "");
      Files.writeString(
          written, PeerServer.fingerprint(session.getPeerCertificates()[0].getEncoded()));
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | CertificateException e) {
      throw new IllegalStateException(e);
    }
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
    servers.forEach(PeerServer::stop);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
