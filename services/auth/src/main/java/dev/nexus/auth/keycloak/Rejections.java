package dev.nexus.auth.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Reads why Keycloak does not take a user; it has a body for each kind of check. */
final class Rejections {

  private static final Map<String, String> FIELDS =
      Map.of(
          "email", "email",
          "username", "email",
          "firstName", "first_name",
          "lastName", "last_name",
          "tenant_id", "tenant_id",
          "bio", "bio");

  private Rejections() {}

  static UserWrite.Rejected read(JsonNode body) {
    if (body.path("error").asText().startsWith("invalidPassword")) {
      return new UserWrite.Rejected(
          Optional.of("password"), body.path("error_description").asText());
    }
    JsonNode first = body.path("errors").isEmpty() ? body : body.path("errors").get(0);
    return new UserWrite.Rejected(
        Optional.ofNullable(FIELDS.get(first.path("field").asText())),
        first.path("errorMessage").asText());
  }
}
