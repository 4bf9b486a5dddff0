package dev.nexus.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How access tokens are checked. */
@ConfigMapping(prefix = "nexus.gateway.identity")
public interface IdentityConfig {

  /** The only issuer whose tokens are taken. */
  @WithDefault("${nexus.oidc.issuer}")
  String issuer();

  /** Audience that a token must name. */
  @WithDefault("nexus")
  String audience();

  /** Where the issuer publishes its keys; inside a cluster not where its tokens say that it is. */
  @WithDefault("${nexus.oidc.url:${nexus.oidc.issuer}}/protocol/openid-connect/certs")
  URI jwksUrl();

  /** Name of the TLS configuration for that URL; without one the JVM's authorities are trusted. */
  @WithDefault("${quarkus.oidc.tls.tls-configuration-name:}")
  Optional<String> tlsConfigurationName();

  /** Age at which keys are fetched anew; the old ones serve until that has succeeded. */
  @WithDefault("10m")
  Duration keysMaxAge();

  /** Least time between two fetches that tokens with unknown keys ask for. */
  @WithDefault("10s")
  Duration keysCooldown();

  /** How long a checked token is taken without another check, at most until it expires. */
  @WithDefault("5m")
  Duration tokenCacheAge();

  /** Checked tokens that are remembered. */
  @WithDefault("20000")
  int tokenCacheSize();
}
