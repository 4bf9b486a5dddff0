package dev.nexus.operator.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.platform.settings.Inputs;
import dev.nexus.operator.platform.settings.KeycloakSettings;
import dev.nexus.operator.platform.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The realm as it is wanted.
 *
 * @param realm Keycloak's realm representation, of the fields that we set
 * @param profile configuration of the user profile
 * @param serviceAccountRoles client to client roles of its service account
 * @param adminName user name and e-mail of the first administrator
 * @param adminPassword its first password
 */
record RealmDesign(
    ObjectNode realm,
    JsonNode profile,
    JsonNode serviceAccountRoles,
    String adminName,
    String adminPassword) {

  private static final String TEMPLATE = "realm.json";

  /** The design for a platform. */
  static RealmDesign of(Settings settings, Inputs inputs, ObjectMapper json) {
    JsonNode template = template(json);
    ObjectNode realm = template.get("realm").deepCopy();
    KeycloakSettings.Lifespans lifespans = settings.keycloak().lifespans();
    realm.put("accessTokenLifespan", lifespans.accessToken().toSeconds());
    realm.put("ssoSessionIdleTimeout", lifespans.sessionIdle().toSeconds());
    realm.put("ssoSessionMaxLifespan", lifespans.sessionMax().toSeconds());
    for (JsonNode client : realm.get("clients")) {
      NexusService service = service(client.get("clientId").asText());
      ((ObjectNode) client)
          .put("secret", secret(inputs, settings.names().client(service), "client-secret"));
    }
    String admin = settings.names().admin();
    return new RealmDesign(
        realm,
        template.get("profile"),
        template.get("serviceAccountRoles"),
        secret(inputs, admin, "username"),
        secret(inputs, admin, "password"));
  }

  /** The realm's own fields, without what has an endpoint of its own. */
  ObjectNode settings() {
    return realm.deepCopy().without(List.of("clients", "roles", "defaultRole"));
  }

  /** Never prints secrets. */
  @Override
  public String toString() {
    return "RealmDesign[" + realm.get("realm").asText() + "]";
  }

  private static NexusService service(String clientId) {
    return List.of(NexusService.values()).stream()
        .filter(service -> clientId.equals("nexus-" + service.id()))
        .findFirst()
        .orElseThrow();
  }

  private static String secret(Inputs inputs, String name, String key) {
    return inputs
        .secret(name, key)
        .orElseThrow(() -> new IllegalStateException("Secret " + name + " lacks " + key));
  }

  static JsonNode template(ObjectMapper json) {
    try (InputStream stream =
        Objects.requireNonNull(RealmDesign.class.getResourceAsStream(TEMPLATE))) {
      return json.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
