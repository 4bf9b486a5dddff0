package dev.nexus.auth.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** What an administrator does in Keycloak itself, beside the service. */
public final class Realm {

  private Realm() {}

  /** Makes a user whose name is not its e-mail. */
  public static void createUser(String username, String email, String password) {
    int status =
        admin()
            .body(
                Map.of(
                    "username",
                    username,
                    "email",
                    email,
                    "firstName",
                    "Grace",
                    "lastName",
                    "Hopper",
                    "enabled",
                    true,
                    "credentials",
                    List.of(Map.of("type", "password", "value", password))))
            .post(url() + "/admin/realms/nexus/users")
            .statusCode();
    assertThat(status).isEqualTo(201);
  }

  public static void disable(String userId) {
    int status =
        admin()
            .body(Map.of("enabled", false))
            .put(url() + "/admin/realms/nexus/users/" + userId)
            .statusCode();
    assertThat(status).isEqualTo(204);
  }

  public static void delete(String userId) {
    assertThat(admin().delete(url() + "/admin/realms/nexus/users/" + userId).statusCode())
        .isEqualTo(204);
  }

  /** The value of a user's attribute. */
  public static String attribute(String userId, String name) {
    return admin()
        .get(url() + "/admin/realms/nexus/users/" + userId)
        .jsonPath()
        .getString("attributes." + name + "[0]");
  }

  private static RequestSpecification admin() {
    String token =
        given()
            .formParam("grant_type", "client_credentials")
            .formParam("client_id", "nexus-auth")
            .formParam("client_secret", "auth-secret")
            .post(url() + "/realms/nexus/protocol/openid-connect/token")
            .jsonPath()
            .getString("access_token");
    return given().auth().oauth2(token).contentType("application/json");
  }

  private static String url() {
    return ConfigProvider.getConfig().getValue(KeycloakResource.URL, String.class);
  }
}
