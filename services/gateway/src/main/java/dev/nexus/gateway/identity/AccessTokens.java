package dev.nexus.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Verifies bearer tokens; remembers, by their hashes, those it has verified. */
@ApplicationScoped
public class AccessTokens {

  private static final String SCHEME = "Bearer ";
  private static final int MAX_LENGTH = 16_384;

  private final SigningKeys keys;
  private final TokenVerifier verifier;
  private final Clock clock;
  private final Cache<String, AccessToken> verified;

  AccessTokens(SigningKeys keys, IdentityConfig config, Clock clock) {
    this.keys = keys;
    this.verifier = new TokenVerifier(config, clock);
    this.clock = clock;
    this.verified =
        Caffeine.newBuilder()
            .maximumSize(config.tokenCacheSize())
            .expireAfterWrite(config.tokenCacheAge())
            .executor(Runnable::run)
            .build();
  }

  /**
   * Verifies what an Authorization header holds. Fails with a NexusException: one of the 401 codes
   * of protocol 3.0, or SERVICE_UNAVAILABLE when the issuer's keys cannot be had.
   */
  public Future<AccessToken> verify(@Nullable String authorization) {
    try {
      String token = bearer(authorization);
      String hash = hash(token);
      AccessToken remembered = verified.getIfPresent(hash);
      if (remembered != null && clock.instant().isBefore(remembered.expiresAt())) {
        return Future.succeededFuture(remembered);
      }
      return keys.find(verifier.keyId(token))
          .map(
              key -> {
                AccessToken checked = verifier.verify(token, key);
                verified.put(hash, checked);
                return checked;
              });
    } catch (NexusException refused) {
      return Future.failedFuture(refused);
    }
  }

  private static String bearer(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, 7)) {
      throw new NexusException(
          CommonError.AUTHENTICATION_FAILED,
          "Authentication is required: send a bearer token in the Authorization header");
    }
    String token = authorization.substring(SCHEME.length()).strip();
    if (token.isEmpty() || token.length() > MAX_LENGTH) {
      throw new NexusException(CommonError.TOKEN_MALFORMED, "The bearer token is not a JWT");
    }
    return token;
  }

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return new String(digest, StandardCharsets.ISO_8859_1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
