package dev.nexus.auth.keycloak;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The realm, and who this service is in it. */
@ConfigMapping(prefix = "nexus.oidc")
public interface OidcConfig {

  /** What tokens name as their issuer. */
  URI issuer();

  /** URL of the realm that is called; inside a cluster it may differ from the issuer. */
  @WithDefault("${nexus.oidc.issuer}")
  URI url();

  /** The service's client in the realm. */
  @WithDefault("nexus-auth")
  String clientId();

  /** The client's secret. */
  String clientSecret();
}
