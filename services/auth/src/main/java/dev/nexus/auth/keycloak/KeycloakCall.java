package dev.nexus.auth.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request to Keycloak.
 *
 * @param headers may hold a token
 * @param body may hold a password
 */
record KeycloakCall(HttpMethod method, String url, Map<String, String> headers, Buffer body) {

  private static final String CONTENT_TYPE = "Content-Type";

  static KeycloakCall get(String url) {
    return new KeycloakCall(HttpMethod.GET, url, Map.of(), Buffer.buffer());
  }

  static KeycloakCall delete(String url) {
    return new KeycloakCall(HttpMethod.DELETE, url, Map.of(), Buffer.buffer());
  }

  static KeycloakCall json(HttpMethod method, String url, JsonNode body) {
    return new KeycloakCall(
        method, url, Map.of(CONTENT_TYPE, "application/json"), Buffer.buffer(body.toString()));
  }

  static KeycloakCall form(String url, Map<String, String> fields) {
    String text =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return new KeycloakCall(
        HttpMethod.POST,
        url,
        Map.of(CONTENT_TYPE, "application/x-www-form-urlencoded"),
        Buffer.buffer(text));
  }

  /** The same request as the bearer of a token. */
  KeycloakCall as(String token) {
    Map<String, String> all =
        headers.containsKey(CONTENT_TYPE)
            ? Map.of(
                CONTENT_TYPE,
                headers.getOrDefault(CONTENT_TYPE, ""),
                "Authorization",
                "Bearer " + token)
            : Map.of("Authorization", "Bearer " + token);
    return new KeycloakCall(method, url, all, body);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A redacted form. */
  @Override
  public String toString() {
    return method + " " + url;
  }
}
