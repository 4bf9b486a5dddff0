package dev.nexus.operator.platform.desired;

import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.naming.Labels;
import dev.nexus.operator.platform.settings.RedisSettings;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Deployment of a service. */
public final class Deployments {

  /** Changes when what the pod reads at its start changes, so that exactly those pods roll. */
  public static final String CONFIG_HASH = "platform.nexus.dev/config-hash";

  private static final int DRAIN_SECONDS = 5;
  private static final long GRACE_SECONDS = 40;

  private Deployments() {}

  /**
   * The Deployment; without replicas when an autoscaler owns them.
   *
   * @param configHash hash of the configuration and the secrets that the pod reads at its start
   */
  public static Deployment of(Settings settings, NexusService service, String configHash) {
    Settings.ServiceSettings wanted = settings.of(service);
    @Nullable Integer replicas =
        wanted.autoscaling().isPresent() ? null : (Integer) wanted.replicas();
    Map<String, String> selector = Labels.selector(settings.names().platform(), service.id());
    return new DeploymentBuilder()
        .withMetadata(Metadata.of(settings, service))
        .withNewSpec()
        .withReplicas(replicas)
        .withRevisionHistoryLimit(3)
        .withNewStrategy()
        .withType("RollingUpdate")
        .withNewRollingUpdate()
        .withNewMaxSurge(1)
        .withNewMaxUnavailable(0)
        .endRollingUpdate()
        .endStrategy()
        .withNewSelector()
        .withMatchLabels(selector)
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(
            Labels.versioned(
                settings.names().platform(), service.id(), settings.release().version()))
        .addToAnnotations(CONFIG_HASH, configHash)
        .endMetadata()
        .withSpec(pod(settings, service, selector))
        .endTemplate()
        .endSpec()
        .build();
  }

  private static PodSpec pod(
      Settings settings, NexusService service, Map<String, String> selector) {
    ServicePod pod = new ServicePod(settings, service).withForeignAuthorities();
    if (settings.mtls().isPresent()) {
      pod.withTls();
    }
    return pod.spec()
        .withTerminationGracePeriodSeconds(GRACE_SECONDS)
        .withTopologySpreadConstraints(
            spread("topology.kubernetes.io/zone", selector),
            spread("kubernetes.io/hostname", selector))
        .withContainers(container(settings, service, pod))
        .build();
  }

  private static Container container(Settings settings, NexusService service, ServicePod pod) {
    Settings.ServiceSettings wanted = settings.of(service);
    return new ContainerBuilder()
        .withName(service.id())
        .withImage(wanted.image())
        .withImagePullPolicy(settings.release().pullPolicy().name())
        .withEnv(env(settings, service, pod))
        .addNewPort()
        .withName("http")
        .withContainerPort(service.port())
        .endPort()
        .addNewPort()
        .withName("management")
        .withContainerPort(NexusService.MANAGEMENT_PORT)
        .endPort()
        .withResources(wanted.resources())
        .withVolumeMounts(pod.mounts())
        .withSecurityContext(Security.container())
        .withStartupProbe(probe("started", 2, 90))
        .withLivenessProbe(probe("live", 10, 3))
        .withReadinessProbe(probe("ready", 5, 3))
        .withNewLifecycle()
        .withNewPreStop()
        .withNewSleep((long) DRAIN_SECONDS)
        .endPreStop()
        .endLifecycle()
        .build();
  }

  private static List<EnvVar> env(Settings settings, NexusService service, ServicePod pod) {
    List<EnvVar> env = new ArrayList<>();
    env.add(
        ServicePod.value("QUARKUS_PROFILE", settings.mtls().isPresent() ? "prod,mtls" : "prod"));
    env.add(
        ServicePod.fromSecret(
            "NEXUS_OIDC_CLIENT_SECRET", settings.names().client(service), "client-secret"));
    if (service.needs(NexusService.Need.DATABASE)) {
      env.addAll(pod.databaseEnv());
      env.add(ServicePod.value("QUARKUS_FLYWAY_MIGRATE_AT_START", "false"));
    }
    if (service.needs(NexusService.Need.REDIS)) {
      redisPassword(settings).forEach(env::add);
    }
    settings.of(service).env().forEach((name, value) -> env.add(ServicePod.value(name, value)));
    return env;
  }

  private static Stream<EnvVar> redisPassword(Settings settings) {
    String variable = "NEXUS_REDIS_PASSWORD";
    return switch (settings.redis()) {
      case RedisSettings.Managed ignored ->
          Stream.of(ServicePod.fromSecret(variable, settings.names().redis(), Redis.PASSWORD_KEY));
      case RedisSettings.External external ->
          external.password().stream()
              .map(ref -> ServicePod.fromSecret(variable, ref.name(), ref.key()));
    };
  }

  private static Probe probe(String which, int periodSeconds, int failures) {
    return new ProbeBuilder()
        .withNewHttpGet()
        .withPath("/q/health/" + which)
        .withNewPort("management")
        .withScheme("HTTP")
        .endHttpGet()
        .withPeriodSeconds(periodSeconds)
        .withTimeoutSeconds(3)
        .withFailureThreshold(failures)
        .build();
  }

  private static TopologySpreadConstraint spread(String key, Map<String, String> selector) {
    return new TopologySpreadConstraintBuilder()
        .withMaxSkew(1)
        .withTopologyKey(key)
        .withWhenUnsatisfiable("ScheduleAnyway")
        .withMatchLabelKeys("pod-template-hash")
        .withNewLabelSelector()
        .withMatchLabels(selector)
        .endLabelSelector()
        .build();
  }
}
