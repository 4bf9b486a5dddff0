package dev.nexus.gateway.limit;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/** The request limits, by name. */
@ApplicationScoped
public class Limits {

  private final LimitStore store;
  private final Map<String, Limit> limits;
  private final LimitMetrics metrics;

  Limits(
      LimitConfig config,
      RedisLimitConfig redisConfig,
      Redis redis,
      Clock clock,
      MeterRegistry meters) {
    this.limits =
        config.limits().entrySet().stream()
            .map(e -> new Limit(e.getKey(), e.getValue().requests(), e.getValue().period()))
            .collect(Collectors.toUnmodifiableMap(Limit::name, limit -> limit));
    this.metrics = new LimitMetrics(meters, limits.keySet());
    Counter fallbacks =
        Counter.builder("nexus.rate.limit.fallback")
            .description("Decisions made without Redis")
            .register(meters);
    this.store =
        new FallbackLimitStore(
            new RedisLimitStore(redis, clock),
            new LocalLimitStore(clock, redisConfig.localSize()),
            redisConfig,
            clock,
            fallbacks::increment);
  }

  /**
   * Fails unless the limit exists, so that a wrong route stops the start.
   *
   * @param name the limit's name
   */
  public void require(String name) {
    limit(name);
  }

  /** Takes one request of the caller; always comes to a decision. */
  public Future<Decision> take(String name, String caller) {
    Limit limit = limit(name);
    return store.take(limit, caller).onSuccess(decision -> metrics.record(limit, decision));
  }

  /** The error of a refused request (protocol 2.4); Retry-After is the caller's to add. */
  public static NexusException exceeded(Decision decision) {
    return new NexusException(CommonError.RATE_LIMIT_EXCEEDED, "Rate limit exceeded")
        .metadata("limit", Integer.toString(decision.limit()))
        .metadata("remaining", Integer.toString(decision.remaining()))
        .metadata("reset_at", decision.resetAt().toString());
  }

  private Limit limit(String name) {
    Limit limit = limits.get(name);
    if (limit == null) {
      throw new IllegalArgumentException("nexus.gateway.limits." + name + " is not configured");
    }
    return limit;
  }
}
