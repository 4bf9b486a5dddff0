package dev.nexus.webhook.delivery;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The two signatures of a delivery: the protocol's (5.2) and that of Standard Webhooks 1.0. */
final class Signature {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String STANDARD_KEY = "whsec_";

  private Signature() {}

  /** {@code sha256=<hex>} over the body; the key is the secret's UTF-8. */
  static String nexus(String secret, String body) {
    byte[] mac = mac(utf8(secret), body);
    return "sha256=" + HexFormat.of().formatHex(mac);
  }

  /**
   * {@code v1,<base64>} over {@code id.seconds.body}; the key is what a {@code whsec_} secret
   * encodes, or the UTF-8 of any other secret.
   */
  static String standard(String secret, String id, Instant at, String body) {
    byte[] mac = mac(standardKey(secret), id + "." + at.getEpochSecond() + "." + body);
    return "v1," + Base64.getEncoder().encodeToString(mac);
  }

  private static byte[] standardKey(String secret) {
    if (secret.startsWith(STANDARD_KEY)) {
      try {
        byte[] key = Base64.getDecoder().decode(secret.substring(STANDARD_KEY.length()));
        return key.length > 0 ? key : utf8(secret);
      } catch (IllegalArgumentException notBase64) {
        return utf8(secret);
      }
    }
    return utf8(secret);
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(utf8(text));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
