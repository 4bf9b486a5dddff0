package dev.nexus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.edge.EdgeConfig;
import dev.nexus.gateway.identity.IdentityConfig;
import dev.nexus.gateway.limit.LimitConfig;
import dev.nexus.gateway.limit.RedisLimitConfig;
import dev.nexus.gateway.proxy.ForwardingConfig;
import dev.nexus.gateway.route.RouteConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What ships: defaults, and that each key does what it says. */
class ConfigurationTest {

  private static SmallRyeConfig config(Map<String, String> set) throws IOException {
    return new SmallRyeConfigBuilder()
        .withSources(
            new YamlConfigSource(
                Objects.requireNonNull(ConfigurationTest.class.getResource("/application.yaml")),
                100))
        .withDefaultValue("nexus.oidc.issuer", "https://keycloak/realms/nexus")
        .withDefaultValues(set)
        .withMapping(RouteConfig.class)
        .withMapping(LimitConfig.class)
        .withMapping(RedisLimitConfig.class)
        .withMapping(IdentityConfig.class)
        .withMapping(ForwardingConfig.class)
        .withMapping(EdgeConfig.class)
        .withConverter(MemorySize.class, 100, new MemorySizeConverter())
        .withConverter(Duration.class, 100, new DurationConverter())
        .addDefaultInterceptors()
        .build();
  }

  @Test
  void shipsARouteForEveryAreaAndKeepsTheContractsPublicEndpointsPublic() throws IOException {
    Map<String, RouteConfig.Entry> routes =
        config(Map.of()).getConfigMapping(RouteConfig.class).routes();
    assertThat(
            routes.values().stream()
                .filter(route -> !route.authenticated())
                .map(RouteConfig.Entry::prefix))
        .containsExactlyInAnyOrder(
            "/api/v1/auth/register",
            "/api/v1/auth/login",
            "/api/v1/auth/refresh",
            "/api/v1/frontend/config");
    assertThat(
            routes.values().stream()
                .collect(
                    Collectors.groupingBy(
                        RouteConfig.Entry::peer,
                        Collectors.mapping(RouteConfig.Entry::prefix, Collectors.toSet()))))
        .hasEntrySatisfying(
            "ai",
            prefixes ->
                assertThat(prefixes)
                    .contains("/api/v1/templates", "/api/v1/admin", "/api/v1/frontend"))
        .hasEntrySatisfying("auth", prefixes -> assertThat(prefixes).contains("/api/v1/users"))
        .containsKeys("batch", "webhook", "analytics", "conversation")
        .hasSize(6);
    assertThat(routes.values()).allMatch(route -> route.timeout().equals(Duration.ofSeconds(28)));
  }

  @Test
  void shipsTheContractsLimits() throws IOException {
    Map<String, LimitConfig.Entry> limits =
        config(Map.of()).getConfigMapping(LimitConfig.class).limits();
    assertThat(limit(limits, "default").requests()).isEqualTo(1_000);
    assertThat(limit(limits, "default").period()).isEqualTo(Duration.ofMinutes(1));
    assertThat(limit(limits, "credentials").requests()).isBetween(20, 999);
  }

  private static LimitConfig.Entry limit(Map<String, LimitConfig.Entry> limits, String name) {
    return Objects.requireNonNull(limits.get(name));
  }

  @Test
  void shipsDefaultsThatNeedNoSetting() throws IOException {
    SmallRyeConfig config = config(Map.of());
    IdentityConfig identity = config.getConfigMapping(IdentityConfig.class);
    assertThat(identity.issuer()).isEqualTo("https://keycloak/realms/nexus");
    assertThat(identity.audience()).isEqualTo("nexus");
    assertThat(identity.jwksUrl())
        .isEqualTo(URI.create("https://keycloak/realms/nexus/protocol/openid-connect/certs"));
    assertThat(identity.tlsConfigurationName()).isEmpty();
    assertThat(identity.keysMaxAge()).isEqualTo(Duration.ofMinutes(10));
    assertThat(identity.keysCooldown()).isEqualTo(Duration.ofSeconds(10));
    assertThat(identity.tokenCacheAge()).isEqualTo(Duration.ofMinutes(5));
    assertThat(identity.tokenCacheSize()).isEqualTo(20_000);
    ForwardingConfig forwarding = config.getConfigMapping(ForwardingConfig.class);
    assertThat(forwarding.trustedHops()).isZero();
    assertThat(forwarding.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(forwarding.idleTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(forwarding.maxConnections()).isEqualTo(256);
    assertThat(forwarding.maxWaiting()).isEqualTo(1_024);
    RedisLimitConfig redis = config.getConfigMapping(RedisLimitConfig.class);
    assertThat(redis.timeout()).isEqualTo(Duration.ofMillis(100));
    assertThat(redis.cooldown()).isEqualTo(Duration.ofSeconds(1));
    assertThat(redis.localSize()).isEqualTo(100_000);
    EdgeConfig edge = config.getConfigMapping(EdgeConfig.class);
    assertThat(edge.readBodies()).isFalse();
    assertThat(edge.maxBodySize().asLongValue()).isEqualTo(1 << 20);
  }

  /** As the operator writes it: tokens name a public URL, keys are fetched inside the cluster. */
  @Test
  void fetchesKeysWhereTheIssuerIsReachedAndTrustsItsOwnAuthority() throws IOException {
    IdentityConfig identity =
        config(
                Map.of(
                    "nexus.oidc.url", "https://keycloak-service.ns.svc:8443/realms/nexus",
                    "quarkus.oidc.tls.tls-configuration-name", "keycloak"))
            .getConfigMapping(IdentityConfig.class);
    assertThat(identity.issuer()).isEqualTo("https://keycloak/realms/nexus");
    assertThat(identity.jwksUrl())
        .isEqualTo(
            URI.create(
                "https://keycloak-service.ns.svc:8443/realms/nexus/protocol/openid-connect/certs"));
    assertThat(identity.tlsConfigurationName()).contains("keycloak");
  }

  @Test
  void takesANewRouteAndItsOwnLimit() throws IOException {
    SmallRyeConfig config =
        config(
            Map.of(
                "nexus.gateway.routes.reports.prefix", "/api/v1/reports",
                "nexus.gateway.routes.reports.peer", "analytics",
                "nexus.gateway.routes.reports.limit", "reports",
                "nexus.gateway.routes.reports.timeout", "5s",
                "nexus.gateway.limits.reports.requests", "7",
                "nexus.gateway.limits.reports.period", "10s",
                "nexus.gateway.forwarding.trusted-hops", "1"));
    RouteConfig.Entry route =
        Objects.requireNonNull(config.getConfigMapping(RouteConfig.class).routes().get("reports"));
    assertThat(route.limit()).isEqualTo("reports");
    assertThat(route.timeout()).isEqualTo(Duration.ofSeconds(5));
    LimitConfig.Entry limit =
        Objects.requireNonNull(config.getConfigMapping(LimitConfig.class).limits().get("reports"));
    assertThat(limit.requests()).isEqualTo(7);
    assertThat(limit.period()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.getConfigMapping(ForwardingConfig.class).trustedHops()).isEqualTo(1);
  }
}
