package dev.nexus.gateway.limit;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Asks Redis and, while it is away, the local counters: a limit never stops the traffic. */
final class FallbackLimitStore implements LimitStore {

  private static final Logger LOG = Logger.getLogger(FallbackLimitStore.class);

  private final LimitStore shared;
  private final LimitStore local;
  private final RedisLimitConfig config;
  private final Clock clock;
  private final Runnable onFallback;
  private volatile Instant leaveAloneUntil = Instant.MIN;

  /**
   * @param onFallback told of every decision that was made locally
   */
  FallbackLimitStore(
      LimitStore shared,
      LimitStore local,
      RedisLimitConfig config,
      Clock clock,
      Runnable onFallback) {
    this.shared = shared;
    this.local = local;
    this.config = config;
    this.clock = clock;
    this.onFallback = onFallback;
  }

  @Override
  public Future<Decision> take(Limit limit, String caller) {
    if (clock.instant().isBefore(leaveAloneUntil)) {
      return decideLocally(limit, caller);
    }
    return shared
        .take(limit, caller)
        .timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            failure -> {
              Instant now = clock.instant();
              if (!now.isBefore(leaveAloneUntil)) {
                leaveAloneUntil = now.plus(config.cooldown());
                LOG.warnf("Redis is away, limits are local: %s", failure);
              }
              return decideLocally(limit, caller);
            });
  }

  private Future<Decision> decideLocally(Limit limit, String caller) {
    onFallback.run();
    return local.take(limit, caller);
  }
}
