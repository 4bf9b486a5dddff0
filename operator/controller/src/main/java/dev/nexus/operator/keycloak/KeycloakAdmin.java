package dev.nexus.operator.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Keycloak's admin API as JSON. Not thread-safe; one per visit. */
final class KeycloakAdmin {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http;
  private final ObjectMapper json;
  private final String base;
  private String token = "";
  private int writes;

  KeycloakAdmin(HttpClient http, ObjectMapper json, String base) {
    this.http = http;
    this.json = json;
    this.base = base;
  }

  /**
   * Logs in with a client of the realm master.
   *
   * @throws KeycloakException when Keycloak is away or refuses the client
   */
  void login(String clientId, String clientSecret) {
    String form =
        "grant_type=client_credentials&client_id="
            + encode(clientId)
            + "&client_secret="
            + encode(clientSecret);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/realms/master/protocol/openid-connect/token"))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<byte[]> response = send(request);
    if (response.statusCode() != 200) {
      throw new KeycloakException(response.statusCode(), "log in as " + clientId);
    }
    token = read(response).path("access_token").asText();
  }

  /** Gives a client of the realm master another secret. */
  void changeSecret(String clientId, String clientSecret) {
    JsonNode client = get("/master/clients?clientId=" + encode(clientId)).path(0);
    put(
        "/master/clients/" + client.path("id").asText(),
        ((ObjectNode) client.deepCopy()).put("secret", clientSecret));
  }

  /** A resource below {@code /admin/realms}; empty when there is none. */
  Optional<JsonNode> find(String path) {
    HttpResponse<byte[]> response = send(request(path).GET().build());
    if (response.statusCode() == 404) {
      return Optional.empty();
    }
    check(response, "read " + path);
    return Optional.of(read(response));
  }

  /** A resource that must be there. */
  JsonNode get(String path) {
    return find(path).orElseThrow(() -> new KeycloakException(404, "read " + path));
  }

  void post(String path, JsonNode body) {
    write(path, "POST", body);
  }

  void put(String path, JsonNode body) {
    write(path, "PUT", body);
  }

  /** Number of writes of this visit. */
  int writes() {
    return writes;
  }

  private void write(String path, String method, JsonNode body) {
    writes++;
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body.toString()))
            .build();
    check(send(request), method + " " + path);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + "/admin/realms" + path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new KeycloakException(0, "reach " + base + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeycloakException(0, "reach " + base + ": interrupted");
    }
  }

  private JsonNode read(HttpResponse<byte[]> response) {
    try {
      return response.body().length == 0
          ? MissingNode.getInstance()
          : json.readTree(response.body());
    } catch (IOException e) {
      throw new KeycloakException(response.statusCode(), "read JSON from " + base);
    }
  }

  private static void check(HttpResponse<byte[]> response, String action) {
    if (response.statusCode() >= 300) {
      throw new KeycloakException(response.statusCode(), action);
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
