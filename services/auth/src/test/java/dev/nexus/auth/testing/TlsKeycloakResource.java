package dev.nexus.auth.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The service under test on a real Keycloak behind TLS, configured as for an external one. At first
 * it trusts another authority than Keycloak's.
 */
public final class TlsKeycloakResource implements QuarkusTestResourceLifecycleManager {

  /** The configuration that names the folder with what the service trusts. */
  public static final String MOUNT = "test.mount";

  private static final String TRUSTED = "trusted.crt";

  private @Nullable Relay relay;

  @Override
  public Map<String, String> start() {
    try {
      return start(Files.createTempDirectory("auth-tls"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> start(Path folder) {
    generate(folder, "keycloak");
    generate(folder, "stranger");
    trust(folder, "stranger");
    relay =
        Relay.to(
            KeycloakServer.port(),
            new NetServerOptions()
                .setSsl(true)
                .setKeyCertOptions(
                    new PemKeyCertOptions()
                        .addCertPath(folder.resolve("keycloak.crt").toString())
                        .addKeyPath(folder.resolve("keycloak.key").toString())));
    return Map.of(
        "nexus.oidc.issuer",
        KeycloakServer.ISSUER_BASE + "/realms/nexus",
        "nexus.oidc.url",
        "https://localhost:" + relay.port() + "/realms/nexus",
        "quarkus.oidc.tls.tls-configuration-name",
        "keycloak",
        "quarkus.tls.keycloak.trust-store.pem.certs",
        folder.resolve(TRUSTED).toString(),
        "quarkus.tls.keycloak.reload-period",
        "1s",
        "quarkus.otel.sdk.disabled",
        "true",
        MOUNT,
        folder.toString());
  }

  /** Puts an authority where the service reads it. */
  public static void trust(Path folder, String name) {
    try {
      Files.copy(
          folder.resolve(name + "-ca.crt"),
          folder.resolve(TRUSTED),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void generate(Path folder, String name) {
    try {
      new CertificateGenerator(folder, true)
          .generate(
              new CertificateRequest().withName(name).withCN("localhost").withFormat(Format.PEM));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    if (relay != null) {
      relay.close();
    }
  }
}
