package dev.nexus.operator.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One visit to a realm: makes it when it is missing, corrects what differs from the design, and
 * leaves everything else alone.
 */
final class RealmVisit {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final KeycloakAdmin admin;
  private final RealmDesign design;
  private final String realm;

  RealmVisit(KeycloakAdmin admin, RealmDesign design) {
    this.admin = admin;
    this.design = design;
    this.realm = "/" + design.realm().get("realm").asText();
  }

  /** Whether the realm is there. */
  boolean exists() {
    return admin.find(realm).isPresent();
  }

  /** Makes the realm; a login after it is needed to get rights in it. */
  void create() {
    admin.post("", design.realm());
  }

  /** Corrects what differs. */
  void correct() {
    if (!JsonSubset.holds(design.settings(), admin.get(realm))) {
      admin.put(realm, design.settings());
    }
    roles();
    for (JsonNode client : design.realm().get("clients")) {
      client((ObjectNode) client);
    }
    if (!JsonSubset.holds(design.profile(), admin.get(realm + "/users/profile"))) {
      admin.put(realm + "/users/profile", design.profile());
    }
    for (Map.Entry<String, JsonNode> roles : design.serviceAccountRoles().properties()) {
      serviceAccount(roles.getKey(), roles.getValue());
    }
    administrator();
  }

  private void roles() {
    for (JsonNode role : design.realm().at("/roles/realm")) {
      String name = role.get("name").asText();
      if (admin.find(realm + "/roles/" + name).isEmpty()) {
        admin.post(realm + "/roles", role);
      }
      for (JsonNode part : role.at("/composites/realm")) {
        composite(name, part.asText());
      }
    }
  }

  private void composite(String name, String part) {
    String path = realm + "/roles/" + name + "/composites";
    boolean there =
        admin.get(path).valueStream().anyMatch(role -> role.path("name").asText().equals(part));
    if (!there) {
      admin.post(path, NODES.arrayNode().add(admin.get(realm + "/roles/" + part)));
    }
  }

  private void client(ObjectNode wanted) {
    Optional<JsonNode> actual = findClient(wanted.get("clientId").asText());
    if (actual.isEmpty()) {
      admin.post(realm + "/clients", wanted);
      return;
    }
    String path = realm + "/clients/" + actual.get().get("id").asText();
    ObjectNode fields = wanted.deepCopy().without("protocolMappers");
    if (!JsonSubset.holds(fields, actual.get())) {
      ObjectNode corrected = actual.get().deepCopy();
      corrected.setAll(fields);
      admin.put(path, corrected);
    }
    for (JsonNode mapper : wanted.path("protocolMappers")) {
      mapper(path + "/protocol-mappers/models", mapper, actual.get().path("protocolMappers"));
    }
  }

  private void mapper(String path, JsonNode wanted, JsonNode mappers) {
    Optional<JsonNode> actual =
        mappers.valueStream().filter(m -> m.path("name").equals(wanted.get("name"))).findFirst();
    if (actual.isEmpty()) {
      admin.post(path, wanted);
    } else if (!JsonSubset.holds(wanted, actual.get())) {
      ObjectNode corrected = actual.get().deepCopy();
      corrected.setAll((ObjectNode) wanted);
      admin.put(path + "/" + actual.get().get("id").asText(), corrected);
    }
  }

  private void serviceAccount(String clientId, JsonNode wanted) {
    String client = findClient(clientId).orElseThrow().get("id").asText();
    String user =
        admin.get(realm + "/clients/" + client + "/service-account-user").get("id").asText();
    for (Map.Entry<String, JsonNode> roles : wanted.properties()) {
      String owner = findClient(roles.getKey()).orElseThrow().get("id").asText();
      String path = realm + "/users/" + user + "/role-mappings/clients/" + owner;
      List<String> there =
          admin.get(path).valueStream().map(role -> role.path("name").asText()).toList();
      ArrayNode missing = NODES.arrayNode();
      for (JsonNode role : roles.getValue()) {
        if (!there.contains(role.asText())) {
          missing.add(admin.get(realm + "/clients/" + owner + "/roles/" + role.asText()));
        }
      }
      if (!missing.isEmpty()) {
        admin.post(path, missing);
      }
    }
  }

  /** Gives the first administrator, if the account is still there, the password of the design. */
  void resetAdministrator() {
    for (JsonNode user : admin.get(administratorQuery())) {
      admin.put(realm + "/users/" + user.get("id").asText() + "/reset-password", password());
    }
  }

  /** The first administrator is made once; what becomes of the account later is its owner's. */
  private void administrator() {
    String query = administratorQuery();
    if (!admin.get(query).isEmpty()) {
      return;
    }
    ObjectNode user = NODES.objectNode();
    user.put("username", design.adminName()).put("email", design.adminName());
    user.put("emailVerified", true).put("enabled", true);
    user.put("firstName", "Nexus").put("lastName", "Administrator");
    user.putArray("credentials").add(password());
    admin.post(realm + "/users", user);
    String id = admin.get(query).get(0).get("id").asText();
    admin.post(
        realm + "/users/" + id + "/role-mappings/realm",
        NODES.arrayNode().add(admin.get(realm + "/roles/admin")));
  }

  private String administratorQuery() {
    return realm + "/users?exact=true&username=" + KeycloakAdmin.encode(design.adminName());
  }

  private ObjectNode password() {
    return NODES
        .objectNode()
        .put("type", "password")
        .put("value", design.adminPassword())
        .put("temporary", false);
  }

  private Optional<JsonNode> findClient(String clientId) {
    return admin.get(realm + "/clients?clientId=" + clientId).valueStream().findFirst();
  }
}
