package dev.nexus.common.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Lets the service under test verify {@link Tokens} with their public key instead of a Keycloak.
 */
public final class IdentityResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of(
        "nexus.oidc.issuer",
        Tokens.ISSUER,
        "quarkus.oidc.auth-server-url",
        "",
        "quarkus.oidc.public-key",
        Tokens.publicKey(),
        "quarkus.otel.sdk.disabled",
        "true");
  }

  @Override
  public void stop() {}
}
