package dev.nexus.auth.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Base64;

/** Reads access tokens that Keycloak itself has just handed over, so no signature is checked. */
@ApplicationScoped
class AccessTokenClaims {

  private final ObjectMapper json;

  AccessTokenClaims(ObjectMapper json) {
    this.json = json;
  }

  /** The id of the user whose token it is. */
  String subject(String accessToken) {
    String[] parts = accessToken.split("\\.", -1);
    if (parts.length != 3) {
      throw new IllegalStateException("Keycloak's access token is no JWT");
    }
    try {
      JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
      return claims.path("sub").asText();
    } catch (IOException e) {
      throw new IllegalStateException("Keycloak's access token is no JWT", e);
    }
  }
}
