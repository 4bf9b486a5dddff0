package dev.nexus.gateway.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/** Mints tokens like the realm's and publishes its keys. */
public final class Issuer {

  public static final String KEY_ID = "key-1";

  /** Kept beside the classes: Quarkus loads this one twice. */
  private static final KeyPair KEY =
      (KeyPair)
          System.getProperties()
              .computeIfAbsent("dev.nexus.gateway.testing.key", ignored -> newKey());

  private final String url;

  public Issuer(String url) {
    this.url = url;
  }

  /** The issuer's keys as its JWKS endpoint gives them; an encryption key is among them. */
  public static String jwks() {
    RsaJsonWebKey other = webKey("key-of-encryption");
    other.setUse("enc");
    return new JsonWebKeySet(webKey(KEY_ID), other)
        .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  public static KeyPair key() {
    return KEY;
  }

  public static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Claims of a user's token; valid for an hour from the given time. */
  public JwtClaimsBuilder claims(String subject, Instant now) {
    return Jwt.issuer(url)
        .subject(subject)
        .audience("nexus")
        .claim("realm_access", Map.of("roles", List.of("user")))
        .issuedAt(now)
        .expiresAt(now.plus(Duration.ofHours(1)));
  }

  /** A good token of a user. */
  public String token(String subject) {
    return sign(claims(subject, Instant.now()));
  }

  /** Signs with the issuer's key. */
  public static String sign(JwtClaimsBuilder claims) {
    return claims.jws().keyId(KEY_ID).sign(KEY.getPrivate());
  }

  private static RsaJsonWebKey webKey(String id) {
    RsaJsonWebKey key = new RsaJsonWebKey((RSAPublicKey) KEY.getPublic());
    key.setKeyId(id);
    key.setAlgorithm("RS256");
    key.setUse("sig");
    return key;
  }
}
