package dev.nexus.webhook.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nexus.common.error.NexusException;
import dev.nexus.webhook.network.AddressRules;
import dev.nexus.webhook.network.Destinations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationRulesTest {

  private static final String URL = "https://example.com/h?a=b";

  private final RegistrationRules rules =
      new RegistrationRules(
          new Destinations(
              host -> {
                throw new AssertionError("registration resolves no name");
              },
              new AddressRules(List.of())));

  private static RegistrationRequest nested(
      String url, List<String> events, @Nullable RetryPolicyRequest retry) {
    ConfigRequest config = new ConfigRequest(url, events, "s", retry, null, null, null);
    return new RegistrationRequest(config, null, null, null, null, null, null, null);
  }

  private static RegistrationRequest flat(@Nullable String url, Map<String, String> headers) {
    return new RegistrationRequest(
        null, url, List.of("template_executed"), null, null, headers, null, null);
  }

  private AbstractThrowableAssert<?, ?> assertRefused(
      RegistrationRequest request, String code, String field) {
    return assertThatThrownBy(() -> rules.check(request))
        .isInstanceOfSatisfying(
            NexusException.class,
            error -> {
              assertThat(error.code().name()).isEqualTo(code);
              assertThat(error.field()).contains(field);
            });
  }

  @Test
  void fillsInWhatIsLeftOut() {
    WebhookConfig config = rules.check(flat(URL, Map.of()));
    assertThat(config.active()).isTrue();
    assertThat(config.secret()).isEmpty();
    assertThat(config.retryPolicy()).isEqualTo(new RetryPolicy(3, 1_000, 30_000, 2.0));
  }

  @Test
  void keepsTheSpellingOfEventsAndDropsRepetitions() {
    List<String> events = List.of("batch.failed", "error_occurred", "batch.failed");
    assertThat(rules.check(nested(URL, events, null)).events())
        .containsExactly("batch.failed", "error_occurred");
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://example.com/x, INVALID_FORMAT",
    "/hook, INVALID_FORMAT",
    "example.com/hook, INVALID_FORMAT",
    "https:///hook, INVALID_FORMAT",
    "https://exa mple.com, INVALID_FORMAT",
    "'', VALIDATION_FAILED",
    "https://user:pass@example.com/, INVALID_VALUE",
    "https://example.com:0/, INVALID_VALUE",
    "https://user:pass@my_host/, INVALID_VALUE",
    "https://my_host:70000/, INVALID_VALUE",
    "https://my_host:port/, INVALID_FORMAT",
    "http://256.0.0.1/, INVALID_FORMAT",
    "https://example.com:70000/, INVALID_VALUE",
    "http://127.0.0.1/, INVALID_VALUE",
    "http://[::1]:8080/, INVALID_VALUE",
    "http://169.254.169.254/latest, INVALID_VALUE",
    "http://2130706433/, INVALID_VALUE",
  })
  void refusesUrlsThatNoDeliveryCouldGoTo(String url, String code) {
    assertRefused(nested(url, List.of("batch.failed"), null), code, "config.url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP://example.com",
        "https://no-such-host.invalid/h",
        "http://my_host.example:8080/h",
        URL
      })
  void takesAnyPublicUrlUnseen(String url) {
    assertThat(rules.check(flat(url, Map.of())).url()).hasToString(url);
  }

  @Test
  void namesTheFieldByWhereItStands() {
    assertRefused(flat(null, Map.of()), "VALIDATION_FAILED", "url");
  }

  @Test
  void refusesEventsItDoesNotKnow() {
    assertRefused(nested(URL, List.of("user.login"), null), "INVALID_VALUE", "events");
    assertRefused(nested(URL, List.of(), null), "VALIDATION_FAILED", "events");
  }

  @Test
  void dropsHeadersThatADeliverySetsItself() {
    Map<String, String> headers = new HashMap<>();
    headers.put("X-Api-Key", "k");
    headers.put("Host", "elsewhere");
    headers.put("connection", "close");
    headers.put("X-NEXUS-Signature", "forged");
    headers.put("Webhook-Signature", "forged");
    headers.put("X-Null", null);
    assertThat(rules.check(flat(URL, headers)).headers()).containsOnlyKeys("X-Api-Key");
  }

  @ParameterizedTest
  @CsvSource({"X-A, 'a\r\nX-B: c'", "'X A', v", "'', v"})
  void refusesHeadersThatWouldBreakTheRequest(String name, String value) {
    assertRefused(flat(URL, Map.of(name, value)), "INVALID_VALUE", "headers");
  }

  @ParameterizedTest
  @CsvSource({
    "11, 1000, 30000, 2.0, max_retries",
    "-1, 1000, 30000, 2.0, max_retries",
    "3, -1, 30000, 2.0, initial_delay",
    "3, 1000, -1, 2.0, max_delay",
    "3, 1000, 30000, 0.5, backoff_factor",
    "3, 1000, 30000, NaN, backoff_factor",
  })
  void refusesRetryPoliciesOutOfBounds(
      int retries, long initial, long max, double factor, String field) {
    RetryPolicyRequest retry = new RetryPolicyRequest(retries, initial, max, factor);
    assertRefused(
        nested(URL, List.of("batch.failed"), retry),
        "INVALID_VALUE",
        "config.retry_policy." + field);
  }

  @Test
  void takesALongestDelayBelowTheFirst() {
    RetryPolicyRequest retry = new RetryPolicyRequest(3, 1_000L, 10L, 2.0);
    assertThat(rules.check(nested(URL, List.of("batch.failed"), retry)).retryPolicy())
        .isEqualTo(new RetryPolicy(3, 1_000, 10, 2.0));
  }

  @Test
  void doesNotPrintSecrets() {
    assertThat(rules.check(nested(URL, List.of("batch.failed"), null)).toString())
        .doesNotContain("secret");
  }
}
