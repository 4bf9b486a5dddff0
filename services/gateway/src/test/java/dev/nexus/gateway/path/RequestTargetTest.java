package dev.nexus.gateway.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

  private static void assertRefused(String target) {
    assertThatExceptionOfType(NexusException.class)
        .as(target)
        .isThrownBy(() -> RequestTarget.parse(target))
        .satisfies(
            error -> {
              assertThat(error.code()).isEqualTo(CommonError.INVALID_FORMAT);
              assertThat(error.status()).isEqualTo(400);
              assertThat(error.getMessage()).hasSizeLessThan(1_000).doesNotContain("secret");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Path parameters.
        "/admin;x",
        "/admin;x/z",
        "/;/admin",
        "/a/..;/admin",
        "/p/a/;/../admin/z",
        "/p/a/;b/../admin/z",
        "/p/;x/..;/p/admin/z",
        "/p/..;x/../p/admin/z",
        "/admin;",
        "/secret;",
        // Backslashes.
        "/admin\\z",
        "\\admin",
        "/a/..\\admin",
        // Empty segments.
        "//admin",
        "//",
        "/a//b",
        "/admin//",
        "//host.example/admin",
        // Dot segments.
        "/.",
        "/..",
        "/./admin",
        "/a/../admin",
        "/a/.",
        "/a/..",
        "/a/./",
        "/../admin",
        // Escaped structure, in either case.
        "/admin%2Fz",
        "/admin%2fz",
        "/a/..%2Fadmin",
        "/admin%5Cz",
        "/admin%5cz",
        "/admin%3Bx",
        "/admin%3bx",
        "/admin%252Fz",
        "/admin%25",
        "/%2e/admin",
        "/%2E%2E/admin",
        "/.%2e/admin",
        "/a%2Eb",
        // No UTF-8: overlong, cut short, surrogates, beyond the last character, a lone octet.
        "/%C0%AFadmin",
        "/%C0%AE%C0%AE/admin",
        "/%E0%80%AF",
        "/%F0%80%80%AF",
        "/%C3",
        "/%C3/%A9",
        "/%E2%82",
        "/%ED%A0%80",
        "/%F4%90%80%80",
        "/%80",
        "/%FF",
        // What is no escape.
        "/%",
        "/a%2",
        "/a%zz",
        "/a%2 ",
        "/a%u002F",
        "/a%\u0661\u0661",
        "/a?x=%",
        "/a?x=%f",
        "/a?x=%zz",
        // Other forms of targets.
        "",
        "*",
        "admin",
        "?x=1",
        "http://localhost/admin",
        "HTTP://localhost/admin",
        "localhost:443",
        // Fragments.
        "/admin#",
        "/admin#x",
        "/#/admin",
        "/a?x=1#y",
        // What URIs cannot hold.
        "/ad min",
        "/admin|",
        "/<admin>",
        "/\"admin\"",
        "/{admin}",
        "/[admin]",
        "/admin^",
        "/`admin`",
        "/\u00e9",
        "/\u0430dmin",
        "/a?x=\u0435",
      })
  void refusesWhateverHasSeveralReadings(String target) {
    assertRefused(target);
  }

  static Stream<String> controls() {
    return IntStream.concat(IntStream.range(0, 0x20), IntStream.of(0x7F))
        .boxed()
        .flatMap(
            control ->
                Stream.of(
                    String.format(Locale.ROOT, "/admin%%%02X", control),
                    String.format(Locale.ROOT, "/a%%%02x/admin", control),
                    "/admin" + Character.toString(control),
                    "/a?x=" + Character.toString(control)));
  }

  @ParameterizedTest
  @MethodSource("controls")
  void refusesControlCharactersEscapedOrNot(String target) {
    assertRefused(target);
  }

  @Test
  void refusesTargetsThatPeersWouldNotRead() {
    String longest = "/" + "a".repeat(RequestTarget.MAX_LENGTH - 1);
    assertThat(RequestTarget.parse(longest).uri()).isEqualTo(longest);
    assertRefused(longest + "a");
    assertRefused("/?x=" + "a".repeat(RequestTarget.MAX_LENGTH));
    assertRefused("/?x=" + "|".repeat(RequestTarget.MAX_LENGTH / 2));
    assertThat("OPTIONS " + longest + " HTTP/1.1\r\n").hasSizeLessThan(4_096);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/api/v1/users/profile, /api/v1/users/profile",
    "/api/v1/users/, /api/v1/users/",
    "/%61dmin, /admin",
    "/%41%5A%30%2D%5F%7E, /AZ0-_~",
    "/a%7Eb%d0%b1, /a~b%D0%B1",
    "/a%20b%23%3f, /a%20b%23%3F",
    "/%e2%82%ac%F0%9F%98%80, /%E2%82%AC%F0%9F%98%80",
    "/a%3a%40, /a%3A%40",
    "/a.b/.c/d./.../e, /a.b/.c/d./.../e",
    "'/!$&''()*+,=:@', '/!$&''()*+,=:@'",
    "/ADMIN, /ADMIN",
  })
  void hasOneSpellingForEachPath(String target, String path) {
    assertThat(RequestTarget.parse(target).path()).isEqualTo(path);
    assertThat(RequestTarget.parse(path)).as("is stable").isEqualTo(RequestTarget.parse(target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a?",
        "/a?x=1%20y&z=%2f%2E%2e%00%ff",
        "/a?x=//../;y?z",
        "/a?filter[name]=b+c",
        "/?",
      })
  void sendsTheQueryOnAsItCame(String target) {
    assertThat(RequestTarget.parse(target).uri()).isEqualTo(target);
  }

  /** The octets of a request line arrive as characters of Latin-1. */
  @ParameterizedTest
  @CsvSource({
    "/a?x=\u00d0\u00b5\u00d0\u0094, /a?x=%D0%B5%D0%94",
    "/a?x=a|b, /a?x=a%7Cb",
    "/a?x=<{\\^`}>, /a?x=%3C%7B%5C%5E%60%7D%3E",
    "/a?x=\u00ff, /a?x=%FF",
  })
  void escapesWhatClientsLeftUnescapedInTheQuery(String target, String uri) {
    assertThat(RequestTarget.parse(target).uri()).isEqualTo(uri);
  }

  @Test
  void keepsPathAndQueryApart() {
    RequestTarget target = RequestTarget.parse("/%61dmin?a=%61");
    assertThat(target).isEqualTo(new RequestTarget("/admin", "a=%61"));
    assertThat(target.uri()).isEqualTo("/admin?a=%61");
  }
}
