package dev.nexus.auth.keycloak;

import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The service's own access token, fetched when needed and kept until shortly before its end. */
@ApplicationScoped
class ServiceToken {

  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final Grants grants;
  private final Clock clock;
  private final Duration patience;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Kept kept;

  private record Kept(String token, Instant until) {

    @Override
    public String toString() {
      return "Kept[until=" + until + "]";
    }
  }

  ServiceToken(Grants grants, Clock clock, KeycloakConfig config) {
    this.grants = grants;
    this.clock = clock;
    this.patience = config.connectTimeout().plus(config.timeout());
  }

  /**
   * A token that is good for a while. One caller fetches it for all.
   *
   * @throws NexusException SERVICE_UNAVAILABLE when Keycloak cannot be used
   */
  String get() {
    Optional<String> known = known();
    if (known.isPresent()) {
      return known.get();
    }
    lock();
    try {
      return known().orElseGet(this::fetch);
    } finally {
      fetching.unlock();
    }
  }

  private Optional<String> known() {
    return Optional.ofNullable(kept)
        .filter(token -> clock.instant().isBefore(token.until()))
        .map(Kept::token);
  }

  private void lock() {
    try {
      if (fetching.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw KeycloakFailure.unavailable();
  }

  /** Drops a token that Keycloak has refused. */
  void drop(String token) {
    Kept known = kept;
    if (known != null && known.token().equals(token)) {
      kept = null;
    }
  }

  private String fetch() {
    Grant.Tokens fresh = grants.service();
    kept =
        new Kept(fresh.accessToken(), clock.instant().plusSeconds(fresh.expiresIn()).minus(MARGIN));
    return fresh.accessToken();
  }
}
