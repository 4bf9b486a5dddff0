package dev.nexus.auth.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.net.NetServerOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service under test on a real Keycloak that can be taken away, see {@link Relay}. */
public final class KeycloakResource implements QuarkusTestResourceLifecycleManager {

  /** The configuration that names Keycloak's own address, for what tests do beside the service. */
  public static final String URL = "test.keycloak.url";

  private @Nullable Relay relay;

  @Override
  public Map<String, String> start() {
    int port = KeycloakServer.port();
    relay = Relay.to(port, new NetServerOptions());
    return Map.of(
        "nexus.oidc.issuer",
        KeycloakServer.ISSUER_BASE + "/realms/nexus",
        "nexus.oidc.url",
        "http://127.0.0.1:" + relay.port() + "/realms/nexus",
        URL,
        "http://127.0.0.1:" + port,
        "quarkus.otel.sdk.disabled",
        "true");
  }

  @Override
  public void stop() {
    if (relay != null) {
      relay.close();
    }
  }
}
