package dev.nexus.operator.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nexus.operator.OperatorConfig;
import dev.nexus.operator.platform.Progress;
import dev.nexus.operator.platform.Realms;
import dev.nexus.operator.platform.desired.Hash;
import dev.nexus.operator.platform.settings.Inputs;
import dev.nexus.operator.platform.settings.KeycloakSettings;
import dev.nexus.operator.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Keeps the realm of every platform, managed Keycloak or external alike. */
@ApplicationScoped
class RealmKeeper implements Realms {

  private static final Logger LOG = Logger.getLogger(RealmKeeper.class);
  private static final String CLIENT_SECRET = "client-secret";

  private final TrustedHttp http = new TrustedHttp();
  private final Map<String, Visited> visited = new ConcurrentHashMap<>();
  private final ObjectMapper json;
  private final Clock clock;
  private final Duration resync;

  private record Visited(String hash, Instant at, Credentials credentials) {}

  /** What Keycloak was told last; a Secret that was lost is made anew with other values. */
  private record Credentials(String clientSecret, String adminPassword) {

    @Override
    public String toString() {
      return "Credentials";
    }
  }

  RealmKeeper(ObjectMapper json, Clock clock, OperatorConfig config) {
    this.json = json;
    this.clock = clock;
    this.resync = config.resync();
  }

  @Override
  public Progress keep(Settings settings, Inputs inputs) {
    RealmDesign design = RealmDesign.of(settings, inputs, json);
    String key = settings.owner().getUid();
    Credentials credentials =
        new Credentials(
            inputs.secret(loginSecret(settings), CLIENT_SECRET).orElseThrow(),
            design.adminPassword());
    String hash =
        Hash.of(
            design.realm().toString(),
            settings.keycloak().internalUrl(),
            credentials.clientSecret(),
            credentials.adminPassword());
    Visited last = visited.get(key);
    Instant now = clock.instant();
    if (last != null && last.hash().equals(hash) && now.isBefore(last.at().plus(resync))) {
      return Progress.READY;
    }
    try {
      visit(settings, inputs, design, Optional.ofNullable(last).map(Visited::credentials));
      visited.put(key, new Visited(hash, now, credentials));
      return Progress.READY;
    } catch (KeycloakException e) {
      return e.isRefused()
          ? new Progress.Failed(
              "AdminRefused",
              "Keycloak at %s refuses the operator: %s; check its admin client"
                  .formatted(settings.keycloak().internalUrl(), e.getMessage()))
          : new Progress.Waiting("Waiting for the realm nexus: " + e.getMessage());
    }
  }

  @Override
  public void forget(String platformUid) {
    visited.remove(platformUid);
  }

  private void visit(
      Settings settings, Inputs inputs, RealmDesign design, Optional<Credentials> known) {
    KeycloakSettings keycloak = settings.keycloak();
    KeycloakAdmin admin =
        new KeycloakAdmin(http.trusting(authority(settings, inputs)), json, keycloak.internalUrl());
    Optional<String> earlier =
        settings.keycloak() instanceof KeycloakSettings.Managed
            ? known.map(Credentials::clientSecret)
            : Optional.empty();
    login(admin, settings, inputs, earlier);
    RealmVisit realm = new RealmVisit(admin, design);
    if (!realm.exists()) {
      realm.create();
      login(admin, settings, inputs, Optional.empty());
    }
    realm.correct();
    known
        .filter(before -> !before.adminPassword().equals(design.adminPassword()))
        .ifPresent(ignored -> realm.resetAdministrator());
    if (admin.writes() > 0) {
      LOG.infof(
          "Realm corrected platform=%s/%s writes=%d",
          settings.names().namespace(), settings.names().platform(), admin.writes());
    }
  }

  private static void login(
      KeycloakAdmin admin, Settings settings, Inputs inputs, Optional<String> earlier) {
    String id = inputs.secret(loginSecret(settings), "client-id").orElseThrow();
    String secret = inputs.secret(loginSecret(settings), CLIENT_SECRET).orElseThrow();
    try {
      admin.login(id, secret);
    } catch (KeycloakException e) {
      if (!e.isRefused() || earlier.isEmpty()) {
        throw e;
      }
      admin.login(id, earlier.get());
      admin.changeSecret(id, secret);
      admin.login(id, secret);
    }
  }

  private static String loginSecret(Settings settings) {
    return switch (settings.keycloak()) {
      case KeycloakSettings.Managed ignored -> settings.names().keycloakOperator();
      case KeycloakSettings.External external -> external.adminSecret();
    };
  }

  private static Optional<String> authority(Settings settings, Inputs inputs) {
    return switch (settings.keycloak()) {
      case KeycloakSettings.Managed ignored ->
          settings.mtls().flatMap(mtls -> inputs.secret(settings.names().ca(), "tls.crt"));
      case KeycloakSettings.External external ->
          external.ca().flatMap(ref -> inputs.secret(ref.name(), ref.key()));
    };
  }
}
