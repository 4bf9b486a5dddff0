package dev.nexus.auth.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealmUrlsTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:18180/realms/nexus, http://127.0.0.1:18180/admin/realms/nexus",
    "https://kc.ns.svc:8443/realms/nexus/, https://kc.ns.svc:8443/admin/realms/nexus",
    "https://id.example.com/auth/realms/nexus, https://id.example.com/auth/admin/realms/nexus",
  })
  void findsTheAdminApiBesideTheRealm(String realm, String admin) {
    assertThat(RealmUrls.of(URI.create(realm)).admin()).isEqualTo(admin);
  }

  @Test
  void refusesAnAddressThatNamesNoRealm() {
    assertThatThrownBy(() -> RealmUrls.of(URI.create("https://kc.example.com/")))
        .hasMessageContaining("names no realm");
  }

  @Test
  void keepsIdsWithinTheirSegment() {
    RealmUrls urls = RealmUrls.of(URI.create("http://kc/realms/nexus"));
    assertThat(urls.user("../clients?x=1")).endsWith("/users/..%2Fclients%3Fx%3D1");
    assertThat(urls.session("a b")).endsWith("/sessions/a%20b");
  }
}
