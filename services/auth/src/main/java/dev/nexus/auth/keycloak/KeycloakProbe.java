package dev.nexus.auth.keycloak;

import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Looks whether Keycloak can be used. */
@ApplicationScoped
public class KeycloakProbe {

  /** What was seen. */
  public enum State {
    /** It answers. */
    USABLE,
    /** It does not answer now, but has taken this service's credentials before. */
    AWAY,
    /** It has never taken this service's credentials: address, authority or secret may be wrong. */
    NEVER_MET
  }

  private final Grants grants;
  private final KeycloakHttp http;
  private final RealmUrls urls;
  private volatile boolean met;

  KeycloakProbe(Grants grants, KeycloakHttp http, OidcConfig oidc) {
    this.grants = grants;
    this.http = http;
    this.urls = RealmUrls.of(oidc.url());
  }

  /** Looks now, for as long as a probe may take. */
  public State look() {
    if (!met) {
      met = isSuccess(grants::probeService);
      return met ? State.USABLE : State.NEVER_MET;
    }
    return isSuccess(() -> http.probe(KeycloakCall.get(urls.realm()))) ? State.USABLE : State.AWAY;
  }

  private static boolean isSuccess(Supplier<KeycloakAnswer> call) {
    try {
      return call.get().isSuccess();
    } catch (NexusException unanswered) {
      return false;
    }
  }
}
