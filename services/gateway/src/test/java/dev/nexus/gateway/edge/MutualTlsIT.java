package dev.nexus.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nexus.gateway.testing.Issuer;
import dev.nexus.gateway.testing.PeerServer;
import dev.nexus.gateway.testing.PeersResource;
import dev.nexus.gateway.testing.TlsPeersResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(MutualTlsIT.Mtls.class)
@WithTestResource(TlsPeersResource.class)
class MutualTlsIT {

  /** The profile of pods when mutual TLS is strict. */
  public static class Mtls implements QuarkusTestProfile {
    @Override
    public String getConfigProfile() {
      return "test,mtls";
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String token = new Issuer(config(PeersResource.ISSUER)).token("u1");
  private final Path mount = Path.of(config(TlsPeersResource.MOUNT));

  private static String config(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  /** Redis too, whose client takes its TLS options only once. */
  @Test
  void showsPeersAndRedisItsCertificateAndTakesARenewedOneWithoutRestart()
      throws IOException, CertificateException {
    String first = fingerprint("peer");
    assertThat(certificateSeenByPeer()).isEqualTo(first);
    await().atMost(PATIENCE).until(() -> certificateSeenByRedis().equals(first));
    TlsPeersResource.mount(mount, "renewed");
    String renewed = fingerprint("renewed");
    await().atMost(PATIENCE).until(() -> certificateSeenByPeer().equals(renewed));
    await().atMost(PATIENCE).until(() -> certificateSeenByRedis().equals(renewed));
  }

  private String certificateSeenByRedis() throws IOException {
    assertThat(given().auth().oauth2(token).get("/api/v1/webhooks").statusCode())
        .as("limits are local while Redis is away")
        .isEqualTo(200);
    Path seen = mount.resolve(TlsPeersResource.SEEN_BY_REDIS);
    return Files.exists(seen) ? Files.readString(seen) : "";
  }

  @Test
  void seesItsPeersReadyOverTls() {
    assertThat(given().get("/ready").jsonPath().getString("checks.batch")).isEqualTo("ok");
  }

  private String certificateSeenByPeer() {
    // The peer closes this connection, so that the next one shows the certificate of now.
    given().auth().oauth2(token).get("/api/v1/webhooks/rude");
    return given().auth().oauth2(token).get("/api/v1/webhooks").jsonPath().getString("certificate");
  }

  private String fingerprint(String name) throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(mount.resolve(name + "-client.crt"))) {
      return PeerServer.fingerprint(
          CertificateFactory.getInstance("X.509").generateCertificate(in).getEncoded());
    }
  }
}
