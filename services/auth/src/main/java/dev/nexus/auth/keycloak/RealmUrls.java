package dev.nexus.auth.keycloak;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the realm's endpoints are.
 *
 * @param realm the realm's URL, {@code …/realms/<name>}
 * @param admin its counterpart in the admin API, {@code …/admin/realms/<name>}
 */
record RealmUrls(String realm, String admin) {

  private static final String REALMS = "/realms/";

  /** From the realm's URL. */
  static RealmUrls of(URI url) {
    String text = url.toString().replaceAll("/+$", "");
    int at = text.lastIndexOf(REALMS);
    if (at < 0) {
      throw new IllegalArgumentException("nexus.oidc.url names no realm: " + text);
    }
    return new RealmUrls(text, text.substring(0, at) + "/admin" + text.substring(at));
  }

  String token() {
    return realm + "/protocol/openid-connect/token";
  }

  String logout() {
    return realm + "/protocol/openid-connect/logout";
  }

  String users() {
    return admin + "/users";
  }

  String user(String id) {
    return users() + "/" + segment(id);
  }

  String rolesOf(String userId) {
    return user(userId) + "/role-mappings/realm/composite";
  }

  String session(String id) {
    return admin + "/sessions/" + segment(id);
  }

  private static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
