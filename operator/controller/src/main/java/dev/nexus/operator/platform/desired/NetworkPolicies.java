package dev.nexus.operator.platform.desired;

import static dev.nexus.operator.platform.desired.Peers.anyPort;
import static dev.nexus.operator.platform.desired.Peers.from;
import static dev.nexus.operator.platform.desired.Peers.pods;
import static dev.nexus.operator.platform.desired.Peers.to;

import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.naming.Labels;
import dev.nexus.operator.naming.Names;
import dev.nexus.operator.platform.settings.KeycloakSettings;
import dev.nexus.operator.platform.settings.PostgresSettings;
import dev.nexus.operator.platform.settings.RedisSettings;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The arrows of the architecture, and nothing else. Every pod of the platform is selected by a
 * policy for both directions, so what no policy allows is denied; pods of others are not touched.
 */
public final class NetworkPolicies {

  private static final int POSTGRES = 5432;
  private static final int POSTGRES_STATUS = 8000;
  private static final int REDIS_BUS = 16379;

  private final Settings settings;
  private final Settings.Network network;
  private final Names names;

  private NetworkPolicies(Settings settings, Settings.Network network) {
    this.settings = settings;
    this.network = network;
    this.names = settings.names();
  }

  /** A policy for every component. */
  public static List<HasMetadata> of(Settings settings, Settings.Network network) {
    return new NetworkPolicies(settings, network).all();
  }

  private List<HasMetadata> all() {
    List<HasMetadata> policies = new ArrayList<>();
    for (NexusService service : NexusService.values()) {
      policies.add(
          policy(names.of(service), service.id(), selector(service), in(service), out(service)));
    }
    policies.add(
        policy(
            names.platform() + "-migration",
            MigrationJobs.COMPONENT,
            component(MigrationJobs.COMPONENT),
            List.of(),
            List.of(Peers.dns(), postgres())));
    if (settings.postgres() instanceof PostgresSettings.Managed) {
      policies.add(postgresPolicy());
    }
    if (settings.redis() instanceof RedisSettings.Managed redis) {
      policies.add(redisPolicy(redis));
    }
    if (settings.keycloak() instanceof KeycloakSettings.Managed managed) {
      policies.add(keycloakPolicy(managed));
    }
    return policies;
  }

  private List<NetworkPolicyIngressRule> in(NexusService service) {
    List<NetworkPolicyIngressRule> rules = new ArrayList<>();
    if (service == NexusService.GATEWAY) {
      rules.add(from(Peers.given(network.ingressFrom()), service.port()));
    } else {
      rules.add(
          from(
              service.callers().stream().map(caller -> pods(selector(caller))).toList(),
              service.port()));
    }
    rules.add(
        from(
            List.of(Peers.namespace(network.monitoringNamespace())), NexusService.MANAGEMENT_PORT));
    return rules;
  }

  private List<NetworkPolicyEgressRule> out(NexusService service) {
    List<NetworkPolicyEgressRule> rules = new ArrayList<>();
    rules.add(Peers.dns());
    rules.add(keycloak());
    service.peers().forEach(peer -> rules.add(to(List.of(pods(selector(peer))), peer.port())));
    if (service.needs(NexusService.Need.DATABASE)) {
      rules.add(postgres());
    }
    if (service.needs(NexusService.Need.REDIS)) {
      rules.add(redis());
    }
    if (service.needs(NexusService.Need.INTERNET)) {
      rules.add(anyPort(List.of(Peers.internet())));
      if (!network.egressTo().isEmpty()) {
        rules.add(anyPort(Peers.given(network.egressTo())));
      }
    }
    return rules;
  }

  private NetworkPolicyEgressRule postgres() {
    return switch (settings.postgres()) {
      case PostgresSettings.Managed ignored -> to(List.of(pods(postgresPods())), POSTGRES);
      case PostgresSettings.External external -> to(List.of(), external.port());
    };
  }

  private NetworkPolicyEgressRule redis() {
    return switch (settings.redis()) {
      case RedisSettings.Managed managed -> to(redisPods(managed), Redis.PORT);
      case RedisSettings.External external ->
          to(List.of(), external.hosts().stream().mapToInt(Peers::port).distinct().toArray());
    };
  }

  private NetworkPolicyEgressRule keycloak() {
    return switch (settings.keycloak()) {
      case KeycloakSettings.Managed ignored -> to(List.of(pods(keycloakPods())), keycloakPort());
      case KeycloakSettings.External external -> to(List.of(), Peers.port(external.publicUrl()));
    };
  }

  private HasMetadata postgresPolicy() {
    List<NetworkPolicyPeer> clients = new ArrayList<>();
    NexusService.withDatabase().forEach(service -> clients.add(pods(selector(service))));
    clients.add(pods(component(MigrationJobs.COMPONENT)));
    clients.add(pods(keycloakPods()));
    NetworkPolicyPeer siblings = pods(postgresPods());
    clients.add(siblings);
    NetworkPolicyPeer operator = Peers.podsAnywhere(Map.of(Labels.NAME, "cloudnative-pg"));
    return policy(
        names.postgres(),
        Postgres.COMPONENT,
        postgresPods(),
        List.of(
            from(clients, POSTGRES),
            from(List.of(operator), POSTGRES, POSTGRES_STATUS),
            from(List.of(siblings), POSTGRES_STATUS),
            from(List.of(Peers.namespace(network.monitoringNamespace())), 9187)),
        List.of(
            Peers.dns(), Peers.kubernetesApi(), to(List.of(siblings), POSTGRES, POSTGRES_STATUS)));
  }

  private HasMetadata redisPolicy(RedisSettings.Managed redis) {
    NetworkPolicyPeer operator = Peers.podsAnywhere(Map.of("name", "redis-operator"));
    List<NetworkPolicyPeer> siblings = redisPods(redis);
    return new NetworkPolicyBuilder(
            policy(
                names.redis(),
                Redis.COMPONENT,
                Map.of(),
                List.of(
                    from(List.of(pods(selector(NexusService.GATEWAY)), operator), Redis.PORT),
                    from(siblings, Redis.PORT, REDIS_BUS)),
                List.of(Peers.dns(), to(siblings, Redis.PORT, REDIS_BUS))))
        .editSpec()
        .withNewPodSelector()
        .addNewMatchExpression()
        .withKey("app")
        .withOperator("In")
        .withValues(redisApps(redis))
        .endMatchExpression()
        .endPodSelector()
        .endSpec()
        .build();
  }

  private HasMetadata keycloakPolicy(KeycloakSettings.Managed keycloak) {
    List<NetworkPolicyIngressRule> in = new ArrayList<>();
    List<NetworkPolicyPeer> clients = new ArrayList<>();
    for (NexusService service : NexusService.values()) {
      clients.add(pods(selector(service)));
    }
    clients.add(Peers.namespace(network.operatorNamespace()));
    NetworkPolicyPeer siblings = pods(keycloakPods());
    in.add(from(clients, keycloakPort()));
    in.add(from(List.of(siblings), 7800, 57800));
    in.add(from(List.of(Peers.namespace(network.monitoringNamespace())), 9000));
    if (!keycloak.publicUrl().equals(keycloak.internalUrl())) {
      // A public name is for browsers, which come the way that clients of the gateway do.
      in.add(from(Peers.given(network.ingressFrom()), keycloakPort()));
    }
    return policy(
        names.keycloak(),
        Keycloak.COMPONENT,
        keycloakPods(),
        in,
        List.of(Peers.dns(), postgres(), to(List.of(siblings), 7800, 57800)));
  }

  private int keycloakPort() {
    return settings.mtls().isPresent() ? 8443 : 8080;
  }

  private Map<String, String> selector(NexusService service) {
    return component(service.id());
  }

  private Map<String, String> component(String component) {
    return Labels.selector(names.platform(), component);
  }

  private Map<String, String> postgresPods() {
    return Map.of("cnpg.io/cluster", names.postgres());
  }

  private Map<String, String> keycloakPods() {
    return new TreeMap<>(Map.of("app", "keycloak", Labels.INSTANCE, names.keycloak()));
  }

  private List<String> redisApps(RedisSettings.Managed redis) {
    return redis.cluster()
        ? List.of(names.redis() + "-leader", names.redis() + "-follower")
        : List.of(names.redis());
  }

  private List<NetworkPolicyPeer> redisPods(RedisSettings.Managed redis) {
    return redisApps(redis).stream().map(app -> pods(Map.of("app", app))).toList();
  }

  private NetworkPolicy policy(
      String name,
      String component,
      Map<String, String> selector,
      List<NetworkPolicyIngressRule> in,
      List<NetworkPolicyEgressRule> out) {
    return new NetworkPolicyBuilder()
        .withMetadata(Metadata.stable(settings, name, component))
        .withNewSpec()
        .withNewPodSelector()
        .withMatchLabels(selector)
        .endPodSelector()
        .withPolicyTypes("Ingress", "Egress")
        .withIngress(in)
        .withEgress(out)
        .endSpec()
        .build();
  }
}
