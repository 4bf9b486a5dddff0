package dev.nexus.gateway.identity;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's keys, fetched when first needed and kept while the issuer is away. An unknown key id
 * causes one fetch that all who wait for it share, and none again within the cooldown.
 */
@ApplicationScoped
class SigningKeys {

  private static final Logger LOG = Logger.getLogger(SigningKeys.class);
  private static final Duration COOLDOWN_OF_FAILURE = Duration.ofSeconds(1);

  private final KeySource source;
  private final Clock clock;
  private final Duration maxAge;
  private final Duration cooldown;

  private volatile @Nullable KeySet known;
  private volatile Instant fresh = Instant.MIN;
  private Instant nextFetch = Instant.MIN;
  private @Nullable Future<KeySet> running;

  SigningKeys(KeySource source, IdentityConfig config, Clock clock) {
    this.source = source;
    this.clock = clock;
    this.maxAge = config.keysMaxAge();
    this.cooldown = config.keysCooldown();
  }

  /**
   * The key with the id. Fails with INVALID_TOKEN when the issuer has no such key, and with
   * SERVICE_UNAVAILABLE when no keys could be fetched yet.
   */
  Future<PublicKey> find(@Nullable String id) {
    KeySet now = known;
    Optional<PublicKey> key = now == null ? Optional.empty() : now.find(id);
    if (key.isPresent()) {
      if (clock.instant().isAfter(fresh)) {
        var unused = fetch();
      }
      return Future.succeededFuture(key.get());
    }
    return fetch()
        .compose(
            keys ->
                keys.find(id)
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(TokenVerifier.invalid())));
  }

  private synchronized Future<KeySet> fetch() {
    if (running != null) {
      return running;
    }
    KeySet now = known;
    if (clock.instant().isBefore(nextFetch)) {
      return now == null ? Future.failedFuture(unavailable()) : Future.succeededFuture(now);
    }
    nextFetch = Instant.MAX;
    Future<KeySet> fetch = source.fetch();
    Future<KeySet> outcome =
        fetch.recover(
            failure ->
                now == null ? Future.failedFuture(unavailable()) : Future.succeededFuture(now));
    running = outcome;
    fetch.onComplete(result -> settle(result.result(), result.cause()));
    return outcome;
  }

  private synchronized void settle(@Nullable KeySet fetched, @Nullable Throwable failure) {
    Instant now = clock.instant();
    running = null;
    if (fetched != null) {
      known = fetched;
      fresh = now.plus(maxAge);
      nextFetch = now.plus(cooldown);
    } else {
      nextFetch = now.plus(COOLDOWN_OF_FAILURE);
      LOG.warnf("Keys of the issuer could not be fetched: %s", failure);
    }
  }

  private static NexusException unavailable() {
    return new NexusException(
        CommonError.SERVICE_UNAVAILABLE,
        "The identity provider cannot be reached to verify the token");
  }
}
