package dev.nexus.gateway.limit;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;

/** Counters shared by all replicas: one script call per request. */
final class RedisLimitStore implements LimitStore {

  private final Redis redis;
  private final Clock clock;
  private final String script;
  private final String sha;

  RedisLimitStore(Redis redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
    this.script = script();
    this.sha = sha1(script);
  }

  @Override
  public Future<Decision> take(Limit limit, String caller) {
    return redis
        .send(call(Command.EVALSHA, sha, limit, caller))
        .recover(
            failure ->
                String.valueOf(failure.getMessage()).startsWith("NOSCRIPT")
                    ? redis.send(call(Command.EVAL, script, limit, caller))
                    : Future.failedFuture(failure))
        .map(response -> outcome(response).decision(limit, clock.instant()));
  }

  private static Request call(Command command, String code, Limit limit, String caller) {
    return Request.cmd(command)
        .arg(code)
        .arg(1)
        .arg("nexus:limit:" + limit.name() + ':' + caller)
        .arg(limit.intervalMicros())
        .arg(limit.burstMicros());
  }

  private static Gcra.Outcome outcome(Response response) {
    return new Gcra.Outcome(
        response.get(0).toLong() == 1, response.get(1).toLong(), response.get(2).toLong());
  }

  private static String script() {
    try (InputStream in = RedisLimitStore.class.getResourceAsStream("gcra.lua")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Redis names scripts by this digest; it secures nothing. */
  private static String sha1(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
