package dev.nexus.gateway.testing;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.stream.IntStream;
import redis.embedded.RedisServer;

/** A real Redis cluster; one node holds all of its slots. */
public final class RedisCluster {

  private static final int SLOTS = 16_384;

  private final RedisServer node;
  private final String url;

  private RedisCluster(RedisServer node, String url) {
    this.node = node;
    this.url = url;
  }

  /** Starts the cluster; its slots are served when this returns. */
  public static RedisCluster start(Vertx vertx) throws IOException {
    int port = unusedPort();
    RedisServer node =
        RedisServer.newRedisServer()
            .port(port)
            .bind("127.0.0.1")
            .setting("save \"\"")
            .setting("dir " + Files.createTempDirectory("redis-cluster"))
            .setting("cluster-enabled yes")
            .build();
    node.start();
    RedisCluster cluster = new RedisCluster(node, "redis://127.0.0.1:" + port);
    Request slots = Request.cmd(Command.CLUSTER).arg("ADDSLOTS");
    IntStream.range(0, SLOTS).forEach(slots::arg);
    Redis client = Redis.createClient(vertx, cluster.url);
    client.send(slots).toCompletionStage().toCompletableFuture().join();
    client.close();
    return cluster;
  }

  public String url() {
    return url;
  }

  public void stop() throws IOException {
    node.stop();
  }

  /** Redis' nodes talk to each other on a port 10,000 above. */
  private static int unusedPort() throws IOException {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      try (ServerSocket free = new ServerSocket(0)) {
        if (free.getLocalPort() <= 55_535 && isFree(free.getLocalPort() + 10_000)) {
          return free.getLocalPort();
        }
      }
    }
    throw new IOException("no two ports are free");
  }

  private static boolean isFree(int port) {
    try (ServerSocket bound = new ServerSocket(port)) {
      return bound.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
