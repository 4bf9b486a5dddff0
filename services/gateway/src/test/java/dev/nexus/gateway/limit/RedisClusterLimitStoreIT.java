package dev.nexus.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nexus.gateway.testing.RedisCluster;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same in a Redis cluster, which the profile Production has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisClusterLimitStoreIT implements LimitStoreContract {

  private final Vertx vertx = Vertx.vertx();
  private final RedisCluster cluster;
  private final Redis redis;
  private final LimitStore store;

  RedisClusterLimitStoreIT() throws IOException {
    cluster = RedisCluster.start(vertx);
    redis =
        Redis.createClient(
            vertx,
            new RedisOptions().setType(RedisClientType.CLUSTER).addConnectionString(cluster.url()));
    store = new RedisLimitStore(redis, Clock.systemUTC());
  }

  @BeforeAll
  void waitForTheCluster() {
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(take(new Limit("up", 1_000, Duration.ofHours(1)), "up").allowed())
                    .isTrue());
  }

  @AfterAll
  void stop() throws IOException {
    redis.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    cluster.stop();
  }

  @Override
  public LimitStore store() {
    return store;
  }

  /** Readiness asks so. */
  @Test
  void answersAPing() {
    assertThat(
            redis
                .send(Request.cmd(Command.PING))
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .toString())
        .isEqualTo("PONG");
  }
}
