package dev.nexus.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.RedisResource;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisLimitStoreIT implements LimitStoreContract {

  private final RedisResource server = new RedisResource();
  private final Vertx vertx = Vertx.vertx();
  private final Redis redis;
  private final LimitStore store;

  RedisLimitStoreIT() {
    redis =
        Redis.createClient(vertx, Objects.requireNonNull(server.start().get("nexus.redis.hosts")));
    store = new RedisLimitStore(redis, Clock.systemUTC());
  }

  @BeforeAll
  void forgetScripts() {
    send(Request.cmd(Command.SCRIPT).arg("FLUSH"));
  }

  @AfterAll
  void stop() {
    redis.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    server.stop();
  }

  @Override
  public LimitStore store() {
    return store;
  }

  private Response send(Request request) {
    return redis.send(request).toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void keepsACounterOnlyUntilItsLimitIsWholeAgain() {
    take(new Limit("short", 10, Duration.ofSeconds(100)), "d");
    assertThat(send(Request.cmd(Command.PTTL).arg("nexus:limit:short:d")).toLong())
        .isBetween(1L, 10_000L);
  }

  @Test
  void goesOnWhenRedisHasForgottenTheScript() {
    assertThat(take(FIVE_AN_HOUR, "e").remaining()).isEqualTo(4);
    forgetScripts();
    assertThat(take(FIVE_AN_HOUR, "e").remaining()).isEqualTo(3);
  }
}
