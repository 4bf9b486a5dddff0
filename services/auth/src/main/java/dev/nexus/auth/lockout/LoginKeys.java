package dev.nexus.auth.lockout;

import dev.nexus.auth.keycloak.OidcConfig;
import dev.nexus.auth.origin.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes keys of counters. Names are of any length and may be a password typed in the wrong field,
 * so only a digest is stored, keyed with a secret that the database does not hold.
 */
@ApplicationScoped
public class LoginKeys {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec secret;

  LoginKeys(OidcConfig oidc) {
    this.secret =
        new SecretKeySpec(oidc.clientSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** The key of an account's name, in any case, and an origin. */
  public LoginKey of(String account, Origin origin) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      byte[] name = account.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return new LoginKey(HexFormat.of().formatHex(mac.doFinal(name)), origin.network());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
