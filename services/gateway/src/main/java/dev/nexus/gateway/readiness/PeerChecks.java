package dev.nexus.gateway.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The components of the platform as the gateway sees them (protocol 3.1). Peers that are away only
 * degrade readiness, even all of them: readiness is the gateway's own, and a gateway out of service
 * could not even say which service is missing.
 */
class PeerChecks {

  private final PeerProbes probes;

  PeerChecks(PeerProbes probes) {
    this.probes = probes;
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck ai() {
    return () -> peer("ai", "ai_services");
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck auth() {
    return () -> peer("auth", "auth");
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck batch() {
    return () -> peer("batch", "batch");
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck webhook() {
    return () -> peer("webhook", "webhook");
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck analytics() {
    return () -> peer("analytics", "analytics");
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck conversation() {
    return () -> peer("conversation", "conversation");
  }

  /** The gateway has no database: this is what those who have one say. */
  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck database() {
    return () -> {
      boolean known =
          probes.states().values().stream().anyMatch(state -> state.database().isPresent());
      boolean well =
          probes.states().values().stream()
              .filter(state -> state.database().isPresent())
              .allMatch(PeerState::databaseIsWell);
      return known && well
          ? Components.healthy("database")
          : Components.degraded(
              "database", known ? "a service has no database" : "no service tells of it");
    };
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck routing() {
    return () ->
        probes.states().values().stream().anyMatch(PeerState::reachable)
            ? Components.healthy("routing")
            : Components.degraded("routing", "no service can be reached");
  }

  private HealthCheckResponse peer(String peer, String component) {
    PeerState state = probes.states().getOrDefault(peer, PeerState.AWAY);
    if (!state.reachable()) {
      return Components.degraded(component, "the " + peer + " service cannot be reached");
    }
    return state.ready()
        ? Components.healthy(component)
        : Components.degraded(component, "the " + peer + " service is not ready");
  }
}
