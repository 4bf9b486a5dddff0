package dev.nexus.auth.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.common.error.NexusException;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The realm's users. Every method throws a {@link NexusException} SERVICE_UNAVAILABLE when Keycloak
 * cannot be used.
 */
@ApplicationScoped
public class Users {

  private final AdminApi admin;
  private final RealmUrls urls;

  Users(AdminApi admin, OidcConfig oidc) {
    this.admin = admin;
    this.urls = RealmUrls.of(oidc.url());
  }

  /** A user by its id. */
  public Optional<User> find(String id) {
    Optional<JsonNode> user = read(KeycloakCall.get(urls.user(id)));
    Optional<JsonNode> roles = user.flatMap(known -> read(KeycloakCall.get(urls.rolesOf(id))));
    return user.flatMap(known -> roles.map(held -> UserJson.read(known, held)));
  }

  /** Makes a user that can log in at once: written, taken or rejected. */
  public UserWrite create(NewUser user) {
    KeycloakCall call = KeycloakCall.json(HttpMethod.POST, urls.users(), UserJson.write(user));
    KeycloakAnswer answer = admin.send(call);
    if (answer.status() == 201) {
      String location = answer.location();
      return new UserWrite.Written(location.substring(location.lastIndexOf('/') + 1));
    }
    return refused(call, answer);
  }

  /** Changes a user: written, missing or rejected. */
  public UserWrite change(String id, UserChange change) {
    Optional<JsonNode> current = read(KeycloakCall.get(urls.user(id)));
    if (current.isEmpty()) {
      return new UserWrite.Missing();
    }
    KeycloakCall call =
        KeycloakCall.json(HttpMethod.PUT, urls.user(id), UserJson.write(change, current.get()));
    KeycloakAnswer answer = admin.send(call);
    return answer.isSuccess() ? new UserWrite.Written(id) : refused(call, answer);
  }

  /** Ends a session, and with it its refresh tokens; one that has ended before is no error. */
  public void endSession(String sessionId) {
    KeycloakCall call = KeycloakCall.delete(urls.session(sessionId));
    KeycloakAnswer answer = admin.send(call);
    if (!answer.isSuccess() && answer.status() != 404) {
      throw KeycloakFailure.unexpected(call, answer);
    }
  }

  private Optional<JsonNode> read(KeycloakCall call) {
    KeycloakAnswer answer = admin.send(call);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (!answer.isSuccess()) {
      throw KeycloakFailure.unexpected(call, answer);
    }
    return Optional.of(answer.body());
  }

  private static UserWrite refused(KeycloakCall call, KeycloakAnswer answer) {
    return switch (answer.status()) {
      case 400 -> Rejections.read(answer.body());
      case 404 -> new UserWrite.Missing();
      case 409 -> new UserWrite.Taken();
      default -> throw KeycloakFailure.unexpected(call, answer);
    };
  }
}
