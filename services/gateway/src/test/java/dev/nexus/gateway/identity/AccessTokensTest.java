package dev.nexus.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.error.NexusException;
import dev.nexus.common.testing.SettableClock;
import dev.nexus.gateway.testing.Issuer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

  private static final String REALM = "https://keycloak.test/realms/nexus";
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final SettableClock clock = new SettableClock(NOW);
  private final Issuer issuer = new Issuer(REALM);
  private final Source source = new Source();
  private final Settings settings = new Settings();
  private final AccessTokens tokens =
      new AccessTokens(new SigningKeys(source, settings, clock), settings, clock);

  private record Settings() implements IdentityConfig {
    @Override
    public String issuer() {
      return REALM;
    }

    @Override
    public String audience() {
      return "nexus";
    }

    @Override
    public URI jwksUrl() {
      return URI.create(REALM + "/certs");
    }

    @Override
    public Optional<String> tlsConfigurationName() {
      return Optional.empty();
    }

    @Override
    public Duration keysMaxAge() {
      return Duration.ofMinutes(10);
    }

    @Override
    public Duration keysCooldown() {
      return Duration.ofSeconds(10);
    }

    @Override
    public Duration tokenCacheAge() {
      return Duration.ofMinutes(5);
    }

    @Override
    public int tokenCacheSize() {
      return 100;
    }
  }

  /** An issuer that gives its one key unless told otherwise. */
  private static final class Source implements KeySource {
    private Map<String, PublicKey> keys = Map.of(Issuer.KEY_ID, Issuer.key().getPublic());
    private final Queue<Future<KeySet>> answers = new ArrayDeque<>();
    private int fetches;

    @Override
    public Future<KeySet> fetch() {
      fetches++;
      Future<KeySet> answer = answers.poll();
      return answer == null ? Future.succeededFuture(new KeySet(keys)) : answer;
    }
  }

  private String outcome(String token) {
    return outcomeOf("Bearer " + token);
  }

  private String outcomeOf(@Nullable String authorization) {
    Future<AccessToken> verified = tokens.verify(authorization);
    return verified.succeeded()
        ? verified.result().subject()
        : ((NexusException) verified.cause()).code().name();
  }

  private JwtClaimsBuilder claims() {
    return issuer.claims("u1", clock.instant());
  }

  @Test
  void takesAGoodTokenAndFetchesTheKeysOnce() {
    assertThat(outcome(Issuer.sign(claims()))).isEqualTo("u1");
    assertThat(outcome(Issuer.sign(claims().claim("n", 2)))).isEqualTo("u1");
    assertThat(outcomeOf("bearer " + Issuer.sign(claims()))).isEqualTo("u1");
    assertThat(source.fetches).isEqualTo(1);
  }

  @Test
  void refusesATokenThatHasExpiredAlsoWhenItHasSeenItBefore() {
    String token = Issuer.sign(claims().expiresAt(NOW.plusSeconds(60)));
    assertThat(outcome(token)).isEqualTo("u1");
    clock.advance(Duration.ofSeconds(60));
    assertThat(outcome(token)).isEqualTo("TOKEN_EXPIRED");
  }

  @Test
  void refusesForeignIssuersAndAudiences() {
    assertThat(outcome(Issuer.sign(claims().issuer("https://else")))).isEqualTo("INVALID_TOKEN");
    assertThat(outcome(Issuer.sign(claims().audience("else")))).isEqualTo("INVALID_TOKEN");
    assertThat(outcome(Issuer.sign(claims().audience(Set.of("account", "nexus"))))).isEqualTo("u1");
  }

  @Test
  void refusesTokensWithoutSubjectOrFromTheFuture() {
    assertThat(outcome(Issuer.sign(claims().claim("nbf", NOW.plusSeconds(60).getEpochSecond()))))
        .isEqualTo("INVALID_TOKEN");
    assertThat(outcome(Issuer.sign(claims().remove("sub")))).isEqualTo("INVALID_TOKEN");
  }

  @Test
  void refusesATokenThatAnotherKeySigned() {
    KeyPair other = Issuer.newKey();
    assertThat(outcome(claims().jws().keyId(Issuer.KEY_ID).sign(other.getPrivate())))
        .isEqualTo("INVALID_TOKEN");
  }

  @Test
  void refusesEveryOtherAlgorithmWithoutAskingForKeys() {
    SecretKey publicKeyAsSecret =
        new SecretKeySpec(Issuer.key().getPublic().getEncoded(), "HmacSHA256");
    String confused =
        claims()
            .jws()
            .keyId(Issuer.KEY_ID)
            .algorithm(SignatureAlgorithm.HS256)
            .sign(publicKeyAsSecret);
    String stronger =
        claims()
            .jws()
            .keyId(Issuer.KEY_ID)
            .algorithm(SignatureAlgorithm.PS256)
            .sign(Issuer.key().getPrivate());
    assertThat(outcome(confused)).isEqualTo("INVALID_TOKEN");
    assertThat(outcome(stronger)).isEqualTo("INVALID_TOKEN");
    assertThat(outcome(unsigned("none"))).isEqualTo("INVALID_TOKEN");
    assertThat(outcome(unsigned("None"))).isEqualTo("INVALID_TOKEN");
    assertThat(source.fetches).isZero();
  }

  private static String unsigned(String algorithm) {
    return encode("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + Issuer.KEY_ID + "\"}")
        + "."
        + encode(
            "{\"iss\":\"" + REALM + "\",\"aud\":\"nexus\",\"sub\":\"root\",\"exp\":9999999999}")
        + ".";
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void tellsWhatIsNoTokenAtAll() {
    assertThat(outcomeOf(null)).isEqualTo("AUTHENTICATION_FAILED");
    assertThat(outcomeOf("Basic dTpw")).isEqualTo("AUTHENTICATION_FAILED");
    assertThat(outcome("YOUR_TOKEN")).isEqualTo("TOKEN_MALFORMED");
    assertThat(outcome("")).isEqualTo("TOKEN_MALFORMED");
    assertThat(outcome("a.b.c")).isEqualTo("TOKEN_MALFORMED");
    assertThat(outcome("a".repeat(20_000))).isEqualTo("TOKEN_MALFORMED");
  }

  @Test
  void aFloodOfUnknownKeysCausesOneFetchPerCooldown() {
    for (int i = 0; i < 100; i++) {
      assertThat(outcome(claims().jws().keyId("unknown-" + i).sign(Issuer.key().getPrivate())))
          .isEqualTo("INVALID_TOKEN");
    }
    assertThat(source.fetches).isEqualTo(1);
    assertThat(outcome(Issuer.sign(claims()))).isEqualTo("u1");
  }

  @Test
  void findsANewKeyAfterTheCooldown() {
    outcome(Issuer.sign(claims()));
    KeyPair rotated = Issuer.newKey();
    source.keys = Map.of("key-2", rotated.getPublic());
    String token = claims().jws().keyId("key-2").sign(rotated.getPrivate());
    assertThat(outcome(token)).isEqualTo("INVALID_TOKEN");
    clock.advance(Duration.ofSeconds(10));
    assertThat(outcome(token)).isEqualTo("u1");
  }

  @Test
  void forgetsAKeyThatTheIssuerHasWithdrawn() {
    assertThat(outcome(Issuer.sign(claims()))).isEqualTo("u1");
    source.keys = Map.of();
    clock.advance(Duration.ofMinutes(11));
    outcome(Issuer.sign(claims().claim("n", 2)));
    clock.advance(Duration.ofSeconds(11));
    assertThat(outcome(Issuer.sign(claims().claim("n", 3)))).isEqualTo("INVALID_TOKEN");
  }

  @Test
  void keepsItsKeysWhileTheIssuerIsAway() {
    assertThat(outcome(Issuer.sign(claims()))).isEqualTo("u1");
    clock.advance(Duration.ofHours(5));
    source.answers.add(Future.failedFuture(new IOException("away")));
    assertThat(outcome(Issuer.sign(claims()))).isEqualTo("u1");
    assertThat(source.fetches).isEqualTo(2);
  }

  @Test
  void saysThatTheIssuerIsAwayWhenItHasNoKeysYetAndHealsByItself() {
    source.answers.add(Future.failedFuture(new IOException("away")));
    String token = Issuer.sign(claims());
    assertThat(outcome(token)).isEqualTo("SERVICE_UNAVAILABLE");
    assertThat(outcome(token)).isEqualTo("SERVICE_UNAVAILABLE");
    assertThat(source.fetches).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(outcome(token)).isEqualTo("u1");
  }

  @Test
  void thoseWhoWaitShareOneFetch() {
    Promise<KeySet> slow = Promise.promise();
    source.answers.add(slow.future());
    Future<AccessToken> first = tokens.verify("Bearer " + Issuer.sign(claims()));
    Future<AccessToken> second = tokens.verify("Bearer " + Issuer.sign(claims().claim("n", 2)));
    assertThat(first.isComplete() || second.isComplete()).isFalse();
    slow.complete(new KeySet(source.keys));
    assertThat(first.succeeded() && second.succeeded()).isTrue();
    assertThat(source.fetches).isEqualTo(1);
  }

  @Test
  void readsSigningKeysOnlyOutOfAKeySet() throws Exception {
    KeySet keys = KeySet.parse(Issuer.jwks());
    assertThat(keys.keys()).containsOnlyKeys(Issuer.KEY_ID);
    assertThat(keys.find(null)).contains(Issuer.key().getPublic());
  }
}
