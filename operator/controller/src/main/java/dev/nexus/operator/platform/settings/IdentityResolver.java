package dev.nexus.operator.platform.settings;

import dev.nexus.operator.api.v1alpha1.ExternalKeycloak;
import dev.nexus.operator.api.v1alpha1.ManagedKeycloak;
import dev.nexus.operator.api.v1alpha1.Profile;
import dev.nexus.operator.api.v1alpha1.TokenLifespans;
import dev.nexus.operator.naming.Names;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves Keycloak. */
final class IdentityResolver {

  private final Inputs inputs;
  private final Profile profile;
  private final Names names;
  private final boolean tls;

  IdentityResolver(Inputs inputs, Profile profile, Names names, boolean tls) {
    this.inputs = inputs;
    this.profile = profile;
    this.names = names;
    this.tls = tls;
  }

  KeycloakSettings keycloak() {
    var given = Optional.ofNullable(Spec.of(inputs.platform()).keycloak());
    KeycloakSettings.Lifespans lifespans =
        lifespans(given.map(k -> k.realm()).map(r -> r.tokenLifespans()));
    @Nullable ExternalKeycloak external = given.map(k -> k.external()).orElse(null);
    if (external != null) {
      return new KeycloakSettings.External(
          withoutSlash(external.url()),
          external.adminSecretRef().name(),
          Optional.ofNullable(external.caSecretRef()),
          lifespans);
    }
    Optional<ManagedKeycloak> managed = given.map(k -> k.managed());
    String internal = internalUrl();
    return new KeycloakSettings.Managed(
        managed.map(ManagedKeycloak::instances).orElse(profile == Profile.Production ? 2 : 1),
        managed.map(ManagedKeycloak::hostname).map(IdentityResolver::withoutSlash).orElse(internal),
        internal,
        SettingsResolver.resources(
            managed.map(ManagedKeycloak::resources).orElse(null), Presets.keycloak(profile)),
        inputs.installation().keycloakImage(),
        lifespans);
  }

  private String internalUrl() {
    String host = names.host(names.keycloak() + "-service");
    return tls ? "https://" + host + ":8443" : "http://" + host + ":8080";
  }

  private static KeycloakSettings.Lifespans lifespans(Optional<TokenLifespans> given) {
    return new KeycloakSettings.Lifespans(
        given.flatMap(t -> GoDuration.parse(t.accessToken())).orElse(Duration.ofHours(1)),
        given.flatMap(t -> GoDuration.parse(t.sessionIdle())).orElse(Duration.ofDays(7)),
        given.flatMap(t -> GoDuration.parse(t.sessionMax())).orElse(Duration.ofDays(30)));
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
