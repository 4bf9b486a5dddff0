package dev.nexus.gateway.identity;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.common.identity.TokenProblem;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Checks a token against a key: RS256 only, issuer, audience, expiry, subject. */
final class TokenVerifier {

  private static final AlgorithmConstraints RS256_ONLY =
      new AlgorithmConstraints(
          AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);

  private final IdentityConfig config;
  private final Clock clock;

  TokenVerifier(IdentityConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * The id of the key that the token says it was signed with, or null when it says none. Refuses
   * what no key could make valid, so that it never causes a look-up.
   */
  @Nullable String keyId(String token) {
    JsonWebSignature signature = new JsonWebSignature();
    String algorithm;
    try {
      signature.setCompactSerialization(token);
      algorithm = signature.getAlgorithmHeaderValue();
    } catch (JoseException e) {
      throw new NexusException(CommonError.TOKEN_MALFORMED, "The bearer token is not a JWT");
    }
    if (!AlgorithmIdentifiers.RSA_USING_SHA256.equals(algorithm)) {
      throw invalid();
    }
    return signature.getKeyIdHeaderValue();
  }

  /**
   * Verifies the token.
   *
   * @throws NexusException INVALID_TOKEN or TOKEN_EXPIRED
   */
  AccessToken verify(String token, Key key) {
    try {
      JwtClaims claims =
          new JwtConsumerBuilder()
              .setJwsAlgorithmConstraints(RS256_ONLY)
              .setVerificationKey(key)
              .setExpectedIssuer(config.issuer())
              .setExpectedAudience(config.audience())
              .setRequireExpirationTime()
              .setRequireSubject()
              .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
              .build()
              .processToClaims(token);
      return new AccessToken(
          claims.getSubject(), Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    } catch (InvalidJwtException e) {
      throw TokenProblem.of(e, token);
    } catch (MalformedClaimException e) {
      throw invalid();
    }
  }

  static NexusException invalid() {
    return new NexusException(CommonError.INVALID_TOKEN, "The bearer token is not valid here");
  }
}
