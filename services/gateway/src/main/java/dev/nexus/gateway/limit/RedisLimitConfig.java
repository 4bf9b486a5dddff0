package dev.nexus.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** When to do without Redis. */
@ConfigMapping(prefix = "nexus.gateway.redis")
public interface RedisLimitConfig {

  /** How long a request waits for Redis before it is limited locally. */
  @WithDefault("100ms")
  Duration timeout();

  /** After a failure, how long Redis is left alone. */
  @WithDefault("1s")
  Duration cooldown();

  /** Callers that the local fallback keeps count of. */
  @WithDefault("100000")
  int localSize();

  /** Name of the TLS configuration that the client of Redis has been given, if any. */
  @WithDefault("${quarkus.redis.tls-configuration-name:}")
  Optional<String> tlsConfigurationName();
}
