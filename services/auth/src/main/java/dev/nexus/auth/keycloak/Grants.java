package dev.nexus.auth.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** The realm's token endpoint, as the service's own client. */
@ApplicationScoped
public class Grants {

  private final KeycloakHttp http;
  private final OidcConfig oidc;
  private final AccessTokenClaims claims;
  private final RealmUrls urls;

  Grants(KeycloakHttp http, OidcConfig oidc, AccessTokenClaims claims) {
    this.http = http;
    this.claims = claims;
    this.oidc = oidc;
    this.urls = RealmUrls.of(oidc.url());
  }

  /**
   * Tokens for who knows the password (direct grant); begins a session.
   *
   * @param name user name or e-mail
   * @throws NexusException SERVICE_UNAVAILABLE when Keycloak cannot be used
   */
  public Grant password(String name, String password) {
    return request(Map.of("grant_type", "password", "username", name, "password", password));
  }

  /**
   * A new access token for a refresh token, which stays good.
   *
   * @throws NexusException SERVICE_UNAVAILABLE when Keycloak cannot be used
   */
  public Grant refresh(String refreshToken) {
    return request(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  /**
   * Ends the session of a refresh token; one that is not good ends nothing.
   *
   * @throws NexusException SERVICE_UNAVAILABLE when Keycloak cannot be used
   */
  public void revoke(String refreshToken) {
    KeycloakCall call = form(urls.logout(), Map.of("refresh_token", refreshToken));
    KeycloakAnswer answer = http.send(call);
    if (!answer.isSuccess() && !isRefused(answer.body())) {
      throw KeycloakFailure.unexpected(call, answer);
    }
  }

  /** A token of the service's own, with the patience of a probe. */
  KeycloakAnswer probeService() {
    return http.probe(form(urls.token(), Map.of("grant_type", "client_credentials")));
  }

  /** A token of the service's own. */
  Grant.Tokens service() {
    KeycloakCall call = form(urls.token(), Map.of("grant_type", "client_credentials"));
    KeycloakAnswer answer = http.send(call);
    if (answer.status() != 200) {
      throw KeycloakFailure.unexpected(call, answer);
    }
    return tokens(answer.body());
  }

  private Grant request(Map<String, String> fields) {
    KeycloakCall call = form(urls.token(), fields);
    KeycloakAnswer answer = http.send(call);
    if (answer.status() == 200) {
      return tokens(answer.body());
    }
    if (isRefused(answer.body())) {
      return new Grant.Refused(answer.body().path("error_description").asText());
    }
    throw KeycloakFailure.unexpected(call, answer);
  }

  private KeycloakCall form(String url, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("client_id", oidc.clientId());
    all.put("client_secret", oidc.clientSecret());
    return KeycloakCall.form(url, all);
  }

  private static boolean isRefused(JsonNode body) {
    return body.path("error").asText().equals("invalid_grant");
  }

  private Grant.Tokens tokens(JsonNode body) {
    String accessToken = body.path("access_token").asText();
    return new Grant.Tokens(
        claims.subject(accessToken),
        accessToken,
        body.path("refresh_token").asText(),
        body.path("expires_in").asInt());
  }
}
