package dev.nexus.auth.keycloak;

import static dev.nexus.auth.testing.AuthCalls.newEmail;
import static dev.nexus.auth.testing.AuthCalls.registered;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.auth.testing.KeycloakResource;
import dev.nexus.auth.testing.Realm;
import dev.nexus.common.testing.PostgresResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Keycloak makes of a change that is written over a user who was read before. */
@QuarkusTest
@WithTestResource(KeycloakResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "auth"))
class UserChangeIT {

  @Inject AdminApi admin;
  @Inject Users users;
  @Inject OidcConfig oidc;

  @Test
  void leavesAnAccountDisabledThatWasDisabledMeanwhile() {
    String id = registered(newEmail());
    String url = RealmUrls.of(oidc.url()).user(id);
    JsonNode before = admin.send(KeycloakCall.get(url)).body();
    assertThat(before.path("enabled").asBoolean()).isTrue();
    Realm.disable(id);
    UserChange change = new UserChange(Optional.empty(), Optional.empty(), Optional.of("hi"));
    KeycloakCall write = KeycloakCall.json(HttpMethod.PUT, url, UserJson.write(change, before));
    assertThat(admin.send(write).isSuccess()).isTrue();
    User after = users.find(id).orElseThrow();
    assertThat(after.enabled()).isFalse();
    assertThat(after.bio()).contains("hi");
    assertThat(after.firstName()).contains("Ada");
    assertThat(after.email()).isPresent();
  }
}
