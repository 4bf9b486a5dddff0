package dev.nexus.auth.turn;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets the logins of one account be checked one after the other, on all replicas. Keycloak refuses
 * a right password while it checks another login of the same user, and does not say so.
 */
@ApplicationScoped
public class LoginTurns {

  private static final long POLL_MILLIS = 20;

  private final TurnStore store;
  private final TurnConfig config;
  private final Clock clock;
  private final Waiting waiting;

  LoginTurns(TurnStore store, TurnConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
    this.waiting = new Waiting(config.maxWaiting());
  }

  /**
   * Does something in the account's turn. For virtual threads.
   *
   * @throws NexusException SERVICE_UNAVAILABLE when too many are before it
   */
  public <T> T take(String account, Supplier<T> action) {
    long deadline = System.nanoTime() + config.patience().toNanos();
    Semaphore first = waiting.join(account);
    try {
      if (!first.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw busy();
      }
      try {
        return takeAmongReplicas(account, action, deadline);
      } finally {
        first.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      waiting.leave(account);
    }
  }

  private <T> T takeAmongReplicas(String account, Supplier<T> action, long deadline)
      throws InterruptedException {
    UUID holder = UUID.randomUUID();
    while (!claim(account, holder)) {
      if (System.nanoTime() > deadline) {
        throw busy();
      }
      Thread.sleep(POLL_MILLIS);
    }
    try {
      return action.get();
    } finally {
      store.release(account, holder);
    }
  }

  private boolean claim(String account, UUID holder) {
    Instant now = clock.instant();
    return store.claim(account, holder, now, now.plus(config.lease()));
  }

  static NexusException busy() {
    return new NexusException(
        CommonError.SERVICE_UNAVAILABLE,
        "Too many logins of this account at once: try again later");
  }
}
