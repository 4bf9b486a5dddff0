package dev.nexus.auth.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String ANN =
      """
      {"id":"1","username":"ann","firstName":"Ann","lastName":"Lee","email":"a@ex.com",
       "attributes":{"tenant_id":["acme"]},"enabled":true,"createdTimestamp":1795615505355}""";

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode change(Optional<String> lastName, Optional<String> bio) {
    return UserJson.write(new UserChange(Optional.empty(), lastName, bio), json(ANN));
  }

  @Test
  void readsAUserWithoutTheRealmsInternalRoles() {
    User user =
        UserJson.read(
            json(ANN),
            json(
                """
                [{"name":"user"},{"name":"offline_access"},{"name":"default-roles-nexus"},
                 {"name":"uma_authorization"},{"name":"admin"}]"""));
    assertThat(user.roles()).containsExactly("admin", "user");
    assertThat(user.createdAt().toEpochMilli()).isEqualTo(1795615505355L);
    assertThat(user.bio()).isEmpty();
    assertThat(user.enabled()).isTrue();
  }

  @Test
  void sendsAChangedNameAlone() {
    assertThat(change(Optional.of("X"), Optional.empty())).isEqualTo(json("{\"lastName\":\"X\"}"));
  }

  @Test
  void sendsANewBioWithAllThatKeycloakWouldForgetElse() {
    JsonNode sent = change(Optional.empty(), Optional.of("hi"));
    assertThat(sent.path("attributes"))
        .isEqualTo(json("{\"tenant_id\":[\"acme\"],\"bio\":[\"hi\"]}"));
    assertThat(sent.path("firstName").asText()).isEqualTo("Ann");
    assertThat(sent.path("email").asText()).isEqualTo("a@ex.com");
    assertThat(sent.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("username", "email", "firstName", "lastName", "attributes");
  }

  @Test
  void givesAUserWithoutATenantNoAttributes() {
    NewUser user = new NewUser("a@ex.com", "password123", "Ann", "Lee", Optional.empty());
    assertThat(UserJson.write(user).has("attributes")).isFalse();
  }

  @Test
  void readsEachKindOfRejection() {
    assertThat(
            Rejections.read(
                json(
                    """
                    {"error":"invalidPasswordMinLengthMessage",
                     "error_description":"Invalid password: minimum length 8."}""")))
        .isEqualTo(
            new UserWrite.Rejected(Optional.of("password"), "Invalid password: minimum length 8."));
    assertThat(
            Rejections.read(
                json(
                    """
                    {"field":"firstName","errorMessage":"error-person-name-invalid-character"}""")))
        .isEqualTo(
            new UserWrite.Rejected(
                Optional.of("first_name"), "error-person-name-invalid-character"));
    assertThat(
            Rejections.read(
                json(
                    """
                    {"errors":[{"field":"email","errorMessage":"error-invalid-email"}]}""")))
        .isEqualTo(new UserWrite.Rejected(Optional.of("email"), "error-invalid-email"));
    assertThat(Rejections.read(json("{}"))).isEqualTo(new UserWrite.Rejected(Optional.empty(), ""));
  }
}
