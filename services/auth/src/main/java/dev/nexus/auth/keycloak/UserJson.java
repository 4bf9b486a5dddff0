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
  private static final String USERNAME = "username";
  private static final String EMAIL = "email";
  private static final String FIRST_NAME = "firstName";
  private static final String LAST_NAME = "lastName";
  private static final String ATTRIBUTES = "attributes";
  private static final String BIO = "bio";

  /** What Keycloak's user profile holds, and empties when it is absent beside attributes. */
  private static final Set<String> PROFILE =
      Set.of(USERNAME, EMAIL, FIRST_NAME, LAST_NAME, ATTRIBUTES);

  private UserJson() {}

  static User read(JsonNode user, JsonNode roles) {
    return new User(
        user.path("id").asText(),
        user.path(USERNAME).asText(),
        text(user.path(EMAIL)),
        text(user.path(FIRST_NAME)),
        text(user.path(LAST_NAME)),
        text(user.path(ATTRIBUTES).path(BIO).path(0)),
        user.path("enabled").asBoolean(),
        Instant.ofEpochMilli(user.path("createdTimestamp").asLong()),
        roles(roles));
  }

  static ObjectNode write(NewUser user) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put(USERNAME, user.email())
        .put(EMAIL, user.email())
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
   * are all or nothing and then the user's own fields are too; so a new bio is sent with those that
   * are there. Never with more: what an administrator changes meanwhile must stay, above all
   * whether the account is enabled.
   */
  static ObjectNode write(UserChange change, JsonNode current) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (change.bio().isPresent()) {
      node = ((ObjectNode) current).deepCopy().retain(PROFILE);
      node.withObjectProperty(ATTRIBUTES).putArray(BIO).add(change.bio().get());
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
