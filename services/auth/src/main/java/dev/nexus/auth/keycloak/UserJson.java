package dev.nexus.auth.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Between users and Keycloak's representation of them. */
final class UserJson {

  private static final Set<String> INTERNAL_ROLES = Set.of("offline_access", "uma_authorization");
  private static final String DEFAULT_ROLES = "default-roles-";
  private static final String FIRST_NAME = "firstName";
  private static final String LAST_NAME = "lastName";
  private static final String ATTRIBUTES = "attributes";
  private static final String BIO = "bio";

  private UserJson() {}

  static User read(JsonNode user, JsonNode roles) {
    return new User(
        user.path("id").asText(),
        user.path("username").asText(),
        text(user.path("email")),
        text(user.path(FIRST_NAME)),
        text(user.path(LAST_NAME)),
        text(user.path(ATTRIBUTES).path(BIO).path(0)),
        user.path("enabled").asBoolean(),
        Instant.ofEpochMilli(user.path("createdTimestamp").asLong()),
        roles(roles));
  }

  static ObjectNode write(NewUser user) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("username", user.email())
        .put("email", user.email())
        .put(FIRST_NAME, user.firstName())
        .put(LAST_NAME, user.lastName())
        .put("enabled", true);
    user.tenantId()
        .ifPresent(tenant -> node.putObject(ATTRIBUTES).putArray("tenant_id").add(tenant));
    node.putArray("credentials")
        .addObject()
        .put("type", "password")
        .put("value", user.password())
        .put("temporary", false);
    return node;
  }

  /**
   * The representation that changes a user. Keycloak keeps what is absent, except that attributes
   * are all or nothing and then the names are too; so only a new bio is written over all that is
   * there.
   */
  static ObjectNode write(UserChange change, JsonNode current) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (change.bio().isPresent()) {
      node = ((ObjectNode) current).deepCopy();
      ObjectNode attributes =
          node.path(ATTRIBUTES).isObject()
              ? (ObjectNode) node.path(ATTRIBUTES)
              : node.putObject(ATTRIBUTES);
      attributes.putArray(BIO).add(change.bio().get());
    }
    if (change.firstName().isPresent()) {
      node.put(FIRST_NAME, change.firstName().get());
    }
    if (change.lastName().isPresent()) {
      node.put(LAST_NAME, change.lastName().get());
    }
    return node;
  }

  private static List<String> roles(JsonNode roles) {
    return roles
        .valueStream()
        .map(role -> role.path("name").asText())
        .filter(name -> !INTERNAL_ROLES.contains(name) && !name.startsWith(DEFAULT_ROLES))
        .sorted()
        .toList();
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.of(node.asText()).filter(text -> !text.isEmpty());
  }
}
