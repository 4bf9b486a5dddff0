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

  private final TrustedHttp http = new TrustedHttp();
  private final Map<String, Visited> visited = new ConcurrentHashMap<>();
  private final ObjectMapper json;
  private final Clock clock;
  private final Duration resync;

  private record Visited(String hash, Instant at) {}

  RealmKeeper(ObjectMapper json, Clock clock, OperatorConfig config) {
    this.json = json;
    this.clock = clock;
    this.resync = config.resync();
  }

  @Override
  public Progress keep(Settings settings, Inputs inputs) {
    RealmDesign design = RealmDesign.of(settings, inputs, json);
    String key = settings.owner().getUid();
    String hash = Hash.of(design.realm().toString(), settings.keycloak().internalUrl());
    Visited last = visited.get(key);
    Instant now = clock.instant();
    if (last != null && last.hash().equals(hash) && now.isBefore(last.at().plus(resync))) {
      return Progress.READY;
    }
    try {
      visit(settings, inputs, design);
      visited.put(key, new Visited(hash, now));
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

  private void visit(Settings settings, Inputs inputs, RealmDesign design) {
    KeycloakSettings keycloak = settings.keycloak();
    KeycloakAdmin admin =
        new KeycloakAdmin(http.trusting(authority(settings, inputs)), json, keycloak.internalUrl());
    login(admin, settings, inputs);
    RealmVisit realm = new RealmVisit(admin, design);
    if (!realm.exists()) {
      realm.create();
      login(admin, settings, inputs);
    }
    realm.correct();
    if (admin.writes() > 0) {
      LOG.infof(
          "Realm corrected platform=%s/%s writes=%d",
          settings.names().namespace(), settings.names().platform(), admin.writes());
    }
  }

  private static void login(KeycloakAdmin admin, Settings settings, Inputs inputs) {
    String secret =
        switch (settings.keycloak()) {
          case KeycloakSettings.Managed ignored -> settings.names().keycloakOperator();
          case KeycloakSettings.External external -> external.adminSecret();
        };
    admin.login(
        inputs.secret(secret, "client-id").orElseThrow(),
        inputs.secret(secret, "client-secret").orElseThrow());
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
