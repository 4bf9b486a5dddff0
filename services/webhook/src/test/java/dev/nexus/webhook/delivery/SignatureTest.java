package dev.nexus.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

  private static final String BODY = "{\"id\":\"1\",\"data\":{\"name\":\"борщ\"}}";

  @Test
  void signsTheBodyInHex() {
    assertThat(Signature.nexus("key", "The quick brown fox jumps over the lazy dog"))
        .isEqualTo("sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
  }

  @Test
  void convincesReceiversOfStandardWebhooks() {
    String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    assertThatCode(() -> verify(secret, Signature.standard(secret, "e1", now(), BODY)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook-secret", "whsec_not base64!", "whsec_"})
  void usesTheTextOfSecretsThatEncodeNoKey(String secret) {
    String key = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    assertThatCode(() -> verify(key, Signature.standard(secret, "e1", now(), BODY)))
        .doesNotThrowAnyException();
  }

  /** The library reads the system's clock and tolerates five minutes. */
  private static Instant now() {
    return Instant.now();
  }

  private static void verify(String key, String signature) throws Exception {
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of(
                "webhook-id", List.of("e1"),
                "webhook-timestamp", List.of(Long.toString(now().getEpochSecond())),
                "webhook-signature", List.of(signature)),
            (name, value) -> true);
    new Webhook(key).verify(BODY, headers);
  }
}
