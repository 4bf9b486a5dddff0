package dev.nexus.operator.platform;

import java.util.Set;

/** A step on the way to a running platform. A stage is applied when those before it are ready. */
public enum StageName {
  NETWORK_POLICIES,
  CERTIFICATES,
  POSTGRES(CERTIFICATES),
  REDIS(CERTIFICATES),
  DATABASES(POSTGRES),
  CONFIGURATION(CERTIFICATES),
  MIGRATIONS(DATABASES, CONFIGURATION),
  KEYCLOAK(DATABASES),
  REALM(KEYCLOAK),
  AUTH(REALM, MIGRATIONS, REDIS),
  SERVICES(AUTH),
  GATEWAY(SERVICES),
  AUTOSCALING(CONFIGURATION),
  MONITORING(CONFIGURATION);

  private final Set<StageName> after;

  StageName(StageName... after) {
    this.after = Set.of(after);
  }

  /** The stages that must be ready first. */
  public Set<StageName> after() {
    return after;
  }
}
