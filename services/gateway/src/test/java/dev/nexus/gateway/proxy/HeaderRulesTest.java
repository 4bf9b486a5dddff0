package dev.nexus.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

  private static MultiMap request(String... namesAndValues) {
    MultiMap to = MultiMap.caseInsensitiveMultiMap();
    HeaderRules.copyRequest(headers(namesAndValues), to);
    return to;
  }

  private static MultiMap headers(String... namesAndValues) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection",
        "KEEP-ALIVE",
        "TE",
        "Upgrade",
        "Proxy-Authorization",
        "Transfer-Encoding",
        "X-Forwarded-Host",
        "x-forwarded-anything",
        "Forwarded",
        "X-Real-IP",
        "X-User-Id",
        "X-Tenant-ID",
        "X-RateLimit-Limit",
        "X-Original-URL",
        "X-HTTP-Method-Override",
        "Authorization",
        "Host",
        "Expect",
      })
  void keepsFromPeersWhatIsOfTheConnectionOrCouldBeForged(String name) {
    assertThat(request(name, "x").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type",
        "Accept",
        "Cookie",
        "traceparent",
        "X-API-Key",
        "X-Client-Version",
        "Range"
      })
  void passesOnWhatIsTheRequests(String name) {
    assertThat(request(name, "a", name, "b").getAll(name)).containsExactly("a", "b");
  }

  @Test
  void dropsWhatConnectionNamesButNeverTheLength() {
    MultiMap to =
        request("Connection", "close, X-Hop , content-length", "x-hop", "1", "Content-Length", "2");
    assertThat(to.contains("X-Hop")).isFalse();
    assertThat(to.get("Content-Length")).isEqualTo("2");
  }

  @Test
  void dropsTheLengthOfAChunkedBody() {
    assertThat(request("Transfer-Encoding", "chunked", "Content-Length", "2").isEmpty()).isTrue();
  }

  @Test
  void keepsFromClientsWhatIsOfTheConnection() {
    MultiMap to = MultiMap.caseInsensitiveMultiMap();
    HeaderRules.copyResponse(
        headers(
            "Connection", "X-Hop",
            "X-Hop", "1",
            "Transfer-Encoding", "chunked",
            "X-RateLimit-Limit", "5",
            "Set-Cookie", "a",
            "Set-Cookie", "b"),
        to);
    assertThat(to.names()).containsExactly("Set-Cookie");
    assertThat(to.getAll("Set-Cookie")).containsExactly("a", "b");
  }
}
