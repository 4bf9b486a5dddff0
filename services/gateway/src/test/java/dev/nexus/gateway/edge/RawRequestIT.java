package dev.nexus.gateway.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.RedisResource;
import dev.nexus.gateway.testing.Issuer;
import dev.nexus.gateway.testing.PeersResource;
import dev.nexus.gateway.testing.RawHttp;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no client library would send them. */
@QuarkusTest
@WithTestResource(PeersResource.class)
@WithTestResource(RedisResource.class)
class RawRequestIT {

  private final String token =
      new Issuer(ConfigProvider.getConfig().getValue(PeersResource.ISSUER, String.class))
          .token("u1");

  private String send(String requestLine, String... headers) {
    return RawHttp.exchange(
        RestAssured.port,
        requestLine + "\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
  }

  private String bearer() {
    return "Authorization: Bearer " + token;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/admin;x",
        "/api/v1/admin;x/z",
        "//api/v1/admin",
        "/./api/v1/admin",
        "/api/v1/auth/login/../../admin/prompts",
        "/%2e/api/v1/admin",
        "/api/v1/auth/login%2F..%2Fadmin",
        "/api/v1/admin%3Bx",
        "/api/v1/admin%5Cz",
        "/api/v1/auth/login/..%2Fadmin",
        "/;/api/v1/admin",
        "/api/v1/auth/login/..;/admin",
        "/api/v1/admin%252Fz",
        "/api/v1/admin%00",
        "/api/v1/auth/login/;/../../admin/z",
        "/api/v1/auth/login/;b/../admin/z",
        "/api/v1/;x/..;/admin/z",
        "/api/v1/..;x/../admin/z",
        "/api/v1/admin%09",
        "/%C0%AFadmin",
        "http://127.0.0.1/api/v1/webhooks",
        "/api/v1/admin\\z",
        "/api/v1/admin|z",
        "/api/v1/admin%zz",
        "/api/v1/webhooks?protocol_version=%zz",
        "/api/v1/webhooks#admin",
      })
  void refusesPathsWithSeveralReadingsBeforeRouting(String target) {
    String answer = send("GET " + target + " HTTP/1.1", "Host: localhost", bearer());
    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .containsIgnoringCase("X-Error-Code: INVALID_FORMAT")
        .containsIgnoringCase("X-Request-ID: ")
        .contains("\"type\":\"VALIDATION_ERROR\"");
  }

  @Test
  void forwardsTheCanonicalSpellingOnly() {
    assertThat(send("GET /api/v1/%77ebhooks/a%7Eb%d0%b1 HTTP/1.1", "Host: localhost", bearer()))
        .startsWith("HTTP/1.1 200 ")
        .contains("\"uri\":\"/api/v1/webhooks/a~b%D0%B1\"");
  }

  /** Go and curl send a query as it was typed. */
  @Test
  void escapesAQueryThatWasNot() {
    String typed = new String("домен".getBytes(UTF_8), ISO_8859_1);
    assertThat(send("GET /api/v1/webhooks?d=" + typed + "|x HTTP/1.1", "Host: localhost", bearer()))
        .startsWith("HTTP/1.1 200 ")
        .contains("\"uri\":\"/api/v1/webhooks?d=%D0%B4%D0%BE%D0%BC%D0%B5%D0%BD%7Cx\"");
  }

  /** Longer ones are read up to 16 kB, to be refused in the contract's words. */
  @Test
  void refusesTargetsThatPeersWouldNotRead_checklist19() {
    assertThat(
            send(
                "GET /api/v1/webhooks/" + "a".repeat(12_000) + " HTTP/1.1",
                "Host: localhost",
                bearer()))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"code\":\"INVALID_FORMAT\"");
  }

  /** Longer ones are read up to 64 kB, to be refused in the contract's words. */
  @ParameterizedTest
  @ValueSource(ints = {16_384, 24_000, 60_000})
  void refusesHeadersThatPeersWouldNotRead_checklist19(int length) {
    assertThat(
            send(
                "GET /api/v1/webhooks HTTP/1.1",
                "Host: localhost",
                bearer(),
                "X-Long: " + "a".repeat(length)))
        .startsWith("HTTP/1.1 400 ")
        .containsIgnoringCase("X-Request-ID: ")
        .contains("\"code\":\"INVALID_FORMAT\"");
  }

  @Test
  void forwardsLongHeadersThatPeersRead() {
    assertThat(
            send(
                "GET /api/v1/webhooks/counts HTTP/1.1",
                "Host: localhost",
                bearer(),
                "X-Long: " + "a".repeat(15_000)))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void answersRequestsWithoutHostOrPathInItsOwnWords_checklist19() {
    assertThat(send("GET /api/v1/webhooks HTTP/1.1"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"code\":\"INVALID_FORMAT\"");
    assertThat(send("OPTIONS * HTTP/1.1", "Host: localhost"))
        .startsWith("HTTP/1.1 4")
        .contains("\"error\":{");
  }

  @Test
  void believesTheChunksAndNotTheLengthWhenBothAreGiven() {
    String answer =
        send(
            "POST /api/v1/webhooks HTTP/1.1",
            "Host: localhost",
            bearer(),
            "Content-Length: 4",
            "Transfer-Encoding: chunked",
            "",
            "2\r\nab\r\n0");
    assertThat(answer)
        .satisfiesAnyOf(
            refused -> assertThat(refused).startsWith("HTTP/1.1 400 "),
            passed ->
                assertThat(passed)
                    .contains("\"body\":\"ab\"")
                    .doesNotContain("\"content-length\""));
  }

  @Test
  void sendsOnTheOneTokenThatItHasChecked() {
    String answer =
        send(
            "GET /api/v1/webhooks HTTP/1.1",
            "Host: localhost",
            bearer(),
            "Authorization: Bearer of.someone.else");
    assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotContain("of.someone.else");
  }

  @Test
  void asksForTheBodyOnlyWhenItWillBeForwarded() {
    assertThat(
            send(
                "POST /api/v1/webhooks HTTP/1.1",
                "Host: localhost",
                "Content-Length: 2",
                "Expect: 100-continue",
                "",
                "{}"))
        .startsWith("HTTP/1.1 401 ");
    assertThat(
            send(
                "POST /api/v1/webhooks HTTP/1.1",
                "Host: localhost",
                bearer(),
                "Content-Length: 4",
                "Expect: 100-continue",
                "",
                "body"))
        .startsWith("HTTP/1.1 100 ")
        .contains("\"body\":\"body\"");
  }

  @Test
  void answersClientsOfTheFirstVersion() {
    assertThat(send("GET /api/v1/webhooks HTTP/1.0", bearer()))
        .contains(" 200 ")
        .contains("\"method\":\"GET\"");
  }
}
