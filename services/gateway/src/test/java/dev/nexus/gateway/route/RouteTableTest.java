package dev.nexus.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

  private final RouteTable table =
      new RouteTable(
          List.of(
              route("auth", "/api/v1/auth"),
              route("login", "/api/v1/auth/login"),
              route("users", "/api/v1/users")));

  private static Route route(String name, String prefix) {
    return new Route(name, prefix, "auth", true, "default", Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/auth, auth",
    "/api/v1/auth/logout, auth",
    "/api/v1/auth/login, login",
    "/api/v1/auth/login/x, login",
    "/api/v1/auth/logins, auth",
    "/api/v1/users/profile, users",
  })
  void takesTheLongestPrefixAtASegmentBorder(String path, String name) {
    assertThat(table.match(path)).map(Route::name).contains(name);
  }

  @ParameterizedTest
  @CsvSource({"/", "/api/v1", "/api/v1/authority", "/API/v1/auth", "/api/v1/user"})
  void hasNoRouteForOtherPaths(String path) {
    assertThat(table.match(path)).isEmpty();
  }

  @Test
  void refusesPrefixesThatCouldNeverMatch() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RouteTable(List.of(route("bad", "/api/"))))
        .withMessageContaining("nexus.gateway.routes.bad.prefix");
  }
}
