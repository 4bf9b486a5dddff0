package dev.nexus.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.auth.audit.AuditConfig;
import dev.nexus.auth.keycloak.KeycloakConfig;
import dev.nexus.auth.keycloak.OidcConfig;
import dev.nexus.auth.lockout.LockoutConfig;
import dev.nexus.auth.session.SessionConfig;
import dev.nexus.auth.turn.TurnConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConfigTest {

  private static final Map<String, String> NEEDED =
      Map.of(
          "nexus.oidc.issuer", "https://login.example.com/realms/nexus",
          "nexus.oidc.client-secret", "s");

  @Test
  void hasDefaultsForAllButTheRealm() {
    SmallRyeConfig config = read(Map.of());
    OidcConfig oidc = config.getConfigMapping(OidcConfig.class);
    assertThat(oidc.url()).isEqualTo(oidc.issuer());
    assertThat(oidc.clientId()).isEqualTo("nexus-auth");
    KeycloakConfig keycloak = config.getConfigMapping(KeycloakConfig.class);
    assertThat(keycloak.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(keycloak.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(keycloak.probeTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(keycloak.maxConnections()).isEqualTo(32);
    assertThat(keycloak.maxWaiting()).isEqualTo(256);
    assertThat(keycloak.tlsConfigurationName()).isEmpty();
    LockoutConfig lockout = config.getConfigMapping(LockoutConfig.class);
    assertThat(lockout.maxFailures()).isEqualTo(20);
    assertThat(lockout.firstLock()).isEqualTo(Duration.ofSeconds(30));
    assertThat(lockout.maxLock()).isEqualTo(Duration.ofMinutes(15));
    assertThat(lockout.forgetAfter()).isEqualTo(Duration.ofMinutes(30));
    assertThat(lockout.maxCounters()).isEqualTo(100_000);
    AuditConfig audit = config.getConfigMapping(AuditConfig.class);
    assertThat(audit.retention()).isEqualTo(Duration.ofDays(90));
    assertThat(audit.maxEvents()).isEqualTo(10_000_000);
    assertThat(config.getConfigMapping(SessionConfig.class).failureStep())
        .isEqualTo(Duration.ofMillis(250));
    TurnConfig turns = config.getConfigMapping(TurnConfig.class);
    assertThat(turns.patience()).isEqualTo(Duration.ofSeconds(15));
    assertThat(turns.maxWaiting()).isEqualTo(64);
    assertThat(turns.lease())
        .isEqualTo(Duration.ofSeconds(15))
        .isGreaterThan(keycloak.connectTimeout().plus(keycloak.timeout()));
  }

  @Test
  void readsEveryKey() {
    SmallRyeConfig config =
        read(
            Map.ofEntries(
                Map.entry("nexus.oidc.url", "https://kc.svc:8443/realms/nexus"),
                Map.entry("nexus.oidc.client-id", "mine"),
                Map.entry("nexus.auth.keycloak.connect-timeout", "1s"),
                Map.entry("nexus.auth.keycloak.timeout", "3s"),
                Map.entry("nexus.auth.keycloak.probe-timeout", "2s"),
                Map.entry("nexus.auth.keycloak.max-connections", "4"),
                Map.entry("nexus.auth.keycloak.max-waiting", "5"),
                Map.entry("nexus.auth.keycloak.tls-configuration-name", "keycloak"),
                Map.entry("nexus.auth.lockout.max-failures", "6"),
                Map.entry("nexus.auth.lockout.first-lock", "7s"),
                Map.entry("nexus.auth.lockout.max-lock", "8s"),
                Map.entry("nexus.auth.lockout.forget-after", "9s"),
                Map.entry("nexus.auth.lockout.max-counters", "10"),
                Map.entry("nexus.auth.audit.retention", "11d"),
                Map.entry("nexus.auth.audit.max-events", "12"),
                Map.entry("nexus.auth.session.failure-step", "13ms"),
                Map.entry("nexus.auth.turns.patience", "14s"),
                Map.entry("nexus.auth.turns.max-waiting", "15"),
                Map.entry("nexus.auth.turns.lease", "16s")));
    OidcConfig oidc = config.getConfigMapping(OidcConfig.class);
    assertThat(oidc.url()).isEqualTo(URI.create("https://kc.svc:8443/realms/nexus"));
    assertThat(oidc.clientId()).isEqualTo("mine");
    assertThat(oidc.clientSecret()).isEqualTo("s");
    KeycloakConfig keycloak = config.getConfigMapping(KeycloakConfig.class);
    assertThat(keycloak.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(keycloak.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(keycloak.probeTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(keycloak.maxConnections()).isEqualTo(4);
    assertThat(keycloak.maxWaiting()).isEqualTo(5);
    assertThat(keycloak.tlsConfigurationName()).contains("keycloak");
    LockoutConfig lockout = config.getConfigMapping(LockoutConfig.class);
    assertThat(lockout.maxFailures()).isEqualTo(6);
    assertThat(lockout.firstLock()).isEqualTo(Duration.ofSeconds(7));
    assertThat(lockout.maxLock()).isEqualTo(Duration.ofSeconds(8));
    assertThat(lockout.forgetAfter()).isEqualTo(Duration.ofSeconds(9));
    assertThat(lockout.maxCounters()).isEqualTo(10);
    AuditConfig audit = config.getConfigMapping(AuditConfig.class);
    assertThat(audit.retention()).isEqualTo(Duration.ofDays(11));
    assertThat(audit.maxEvents()).isEqualTo(12);
    assertThat(config.getConfigMapping(SessionConfig.class).failureStep())
        .isEqualTo(Duration.ofMillis(13));
    TurnConfig turns = config.getConfigMapping(TurnConfig.class);
    assertThat(turns.patience()).isEqualTo(Duration.ofSeconds(14));
    assertThat(turns.maxWaiting()).isEqualTo(15);
    assertThat(turns.lease()).isEqualTo(Duration.ofSeconds(16));
  }

  /** As pods are: the platform's own certificates, or those of an external Keycloak. */
  @Test
  void trustsKeycloakAsTokenChecksDo() throws IOException {
    assertThat(shipped(Map.of()).tlsConfigurationName()).isEmpty();
    assertThat(shipped(Map.of(), "mtls").tlsConfigurationName()).contains("nexus");
    assertThat(
            shipped(Map.of("quarkus.oidc.tls.tls-configuration-name", "keycloak"), "mtls")
                .tlsConfigurationName())
        .contains("keycloak");
  }

  private static KeycloakConfig shipped(Map<String, String> set, String... profiles)
      throws IOException {
    ClassLoader loader = ConfigTest.class.getClassLoader();
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .addDefaultInterceptors()
            .withSources(new PropertiesConfigSource(set, "set", 300))
            .withSources(
                new YamlConfigSource(
                    Objects.requireNonNull(loader.getResource("application.yaml")), 200))
            .withMapping(KeycloakConfig.class)
            .withValidateUnknown(false);
    for (URL defaults :
        Collections.list(loader.getResources("META-INF/microprofile-config.properties"))) {
      builder.withSources(new PropertiesConfigSource(defaults, 100));
    }
    for (String profile : profiles) {
      builder.withProfile(profile);
    }
    return builder.build().getConfigMapping(KeycloakConfig.class);
  }

  private static SmallRyeConfig read(Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(NEEDED);
    all.putAll(properties);
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(all, "test", 100))
        .withMapping(OidcConfig.class)
        .withMapping(KeycloakConfig.class)
        .withMapping(LockoutConfig.class)
        .withMapping(AuditConfig.class)
        .withMapping(SessionConfig.class)
        .withMapping(TurnConfig.class)
        .withValidateUnknown(false)
        .build();
  }
}
