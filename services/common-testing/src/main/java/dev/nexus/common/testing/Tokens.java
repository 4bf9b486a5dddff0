package dev.nexus.common.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Mints access tokens like those of the realm {@code nexus}, with a key made for this JVM. */
public final class Tokens {

  /** The issuer that services under test expect. */
  public static final String ISSUER = "https://keycloak.test/realms/nexus";

  private static final String PROPERTY = "dev.nexus.common.testing.key";

  /**
   * Kept beside the classes: Quarkus loads this one twice, and both must sign with the same key.
   * Kept as text: libraries stumble over system properties that are none.
   */
  private static final KeyPair KEY =
      decode(
          (String) System.getProperties().computeIfAbsent(PROPERTY, ignored -> encode(newKey())));

  private Tokens() {}

  /** The key that verifies the tokens, as Quarkus wants it: base64 of X.509. */
  public static String publicKey() {
    return Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded());
  }

  /** A user's token. */
  public static String user(String subject) {
    return sign(claims(subject, "user"));
  }

  /** A token of a user of the given tenant. */
  public static String user(String subject, String tenantId) {
    return sign(claims(subject, "user").claim("tenant_id", tenantId));
  }

  /** An administrator's token. */
  public static String admin(String subject) {
    return sign(claims(subject, "user", "admin"));
  }

  /** A token that was good until an hour ago. */
  public static String expired(String subject) {
    Instant past = Instant.now().minus(Duration.ofHours(1));
    return sign(claims(subject, "user").expiresAt(past).issuedAt(past.minusSeconds(60)));
  }

  /** A token for another audience. */
  public static String foreignAudience(String subject) {
    return sign(claims(subject, "user").audience("elsewhere"));
  }

  /** A well-formed token that another key has signed. */
  public static String forged(String subject) {
    return claims(subject, "user", "admin").sign(newKey().getPrivate());
  }

  private static JwtClaimsBuilder claims(String subject, String... roles) {
    return Jwt.issuer(ISSUER)
        .subject(subject)
        .audience("nexus")
        .claim("email", subject + "@example.com")
        .claim("realm_access", Map.of("roles", List.of(roles)))
        .expiresIn(Duration.ofHours(1));
  }

  private static String sign(JwtClaimsBuilder claims) {
    return claims.sign(KEY.getPrivate());
  }

  private static String encode(KeyPair pair) {
    Base64.Encoder base64 = Base64.getEncoder();
    return base64.encodeToString(pair.getPublic().getEncoded())
        + ":"
        + base64.encodeToString(pair.getPrivate().getEncoded());
  }

  private static KeyPair decode(String text) {
    String[] parts = text.split(":", 2);
    try {
      KeyFactory keys = KeyFactory.getInstance("RSA");
      return new KeyPair(
          keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(parts[0]))),
          keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[1]))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key is not as it was stored", e);
    }
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
