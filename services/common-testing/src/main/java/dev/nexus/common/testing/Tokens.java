package dev.nexus.common.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Mints access tokens like those of the realm {@code nexus}, with a key made for this JVM. */
public final class Tokens {

  /** The issuer that services under test expect. */
  public static final String ISSUER = "https://keycloak.test/realms/nexus";

  /**
   * Kept beside the classes: Quarkus loads this one twice, and both must sign with the same key.
   */
  private static final KeyPair KEY =
      (KeyPair)
          System.getProperties()
              .computeIfAbsent("dev.nexus.common.testing.key", ignored -> newKey());

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
