package dev.nexus.gateway.readiness;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Redis only shares the limits between replicas: without it each limits by itself. */
@Readiness
@ApplicationScoped
class RedisCheck implements HealthCheck {

  private static final long PATIENCE_MILLIS = 500;

  private final Redis redis;

  RedisCheck(Redis redis) {
    this.redis = redis;
  }

  @Override
  public HealthCheckResponse call() {
    return redis
        .send(Request.cmd(Command.PING))
        .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .map(pong -> Components.healthy("redis"))
        .otherwise(away -> Components.degraded("redis", "away: request limits hold per replica"))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }
}
