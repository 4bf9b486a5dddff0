package dev.nexus.auth.keycloak;

import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;

/** The realm's admin API, as the service's own account. */
@ApplicationScoped
class AdminApi {

  private final KeycloakHttp http;
  private final ServiceToken token;

  AdminApi(KeycloakHttp http, ServiceToken token) {
    this.http = http;
    this.token = token;
  }

  /**
   * Sends a request; gives any answer but those that say that the service itself may not ask.
   *
   * @throws NexusException SERVICE_UNAVAILABLE when Keycloak cannot be used
   */
  KeycloakAnswer send(KeycloakCall call) {
    String known = token.get();
    KeycloakAnswer answer = http.send(call.as(known));
    if (answer.status() == 401) {
      // Its keys or the service's secret were changed before the token's time was over.
      token.drop(known);
      answer = http.send(call.as(token.get()));
    }
    int status = answer.status();
    if (status == 401 || status == 403 || status == 429 || status >= 500) {
      throw KeycloakFailure.unexpected(call, answer);
    }
    return answer;
  }
}
