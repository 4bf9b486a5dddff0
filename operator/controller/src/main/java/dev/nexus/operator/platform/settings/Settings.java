package dev.nexus.operator.platform.settings;

import dev.nexus.operator.api.v1alpha1.DeletionPolicy;
import dev.nexus.operator.api.v1alpha1.LogLevel;
import dev.nexus.operator.api.v1alpha1.NetworkPeer;
import dev.nexus.operator.api.v1alpha1.Profile;
import dev.nexus.operator.api.v1alpha1.PullPolicy;
import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.naming.Names;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What spec, profile, defaults and installation resolve to; the one thing that desired objects are
 * made of.
 *
 * @param names names of the objects
 * @param owner reference that makes the platform their owner
 * @param release what runs
 * @param services settings of each service
 * @param postgres where the data is
 * @param redis where the limits are
 * @param keycloak where the users are
 * @param mtls certificates; empty when disabled
 * @param network who may talk to whom; empty when disabled
 * @param metrics what is written for prometheus-operator; empty when it is not there
 */
public record Settings(
    Names names,
    OwnerReference owner,
    Release release,
    Map<NexusService, ServiceSettings> services,
    PostgresSettings postgres,
    RedisSettings redis,
    KeycloakSettings keycloak,
    Optional<Mtls> mtls,
    Optional<Network> network,
    Optional<Metrics> metrics) {

  /**
   * What runs.
   *
   * @param profile the preset
   * @param version release of the platform
   * @param registry registry and path of the images
   * @param pullPolicy when images are pulled
   * @param pullSecrets Secrets to pull with
   * @param deletionPolicy what becomes of the data
   * @param logLevel lowest level that is logged
   */
  public record Release(
      Profile profile,
      String version,
      String registry,
      PullPolicy pullPolicy,
      List<String> pullSecrets,
      DeletionPolicy deletionPolicy,
      LogLevel logLevel) {}

  /**
   * One service.
   *
   * @param image image with tag
   * @param replicas pods, unless an autoscaler owns them
   * @param resources CPU and memory of a pod
   * @param autoscaling bounds of the autoscaler, if there is one
   * @param env further environment variables
   */
  public record ServiceSettings(
      String image,
      int replicas,
      ResourceRequirements resources,
      Optional<Autoscaling> autoscaling,
      Map<String, String> env) {}

  /**
   * Bounds of an autoscaler.
   *
   * @param min fewest pods
   * @param max most pods
   * @param targetPercent CPU use to aim at, percent of the requests
   */
  public record Autoscaling(int min, int max, int targetPercent) {}

  /**
   * Mutual TLS.
   *
   * @param duration lifetime of a certificate
   * @param renewBefore how long before its end it is renewed
   */
  public record Mtls(Duration duration, Duration renewBefore) {}

  /**
   * Network policies.
   *
   * @param operatorNamespace where the operator calls from
   * @param monitoringNamespace where metrics are read from
   * @param ingressFrom who may call the gateway; empty means anyone
   * @param egressTo private networks that webhooks may go to
   */
  public record Network(
      String operatorNamespace,
      String monitoringNamespace,
      List<NetworkPeer> ingressFrom,
      List<NetworkPeer> egressTo) {}

  /**
   * Monitoring.
   *
   * @param serviceMonitor whether a ServiceMonitor is written
   * @param rules whether a PrometheusRule is written
   * @param labels labels that the Prometheus selects by
   */
  public record Metrics(boolean serviceMonitor, boolean rules, Map<String, String> labels) {}

  /** A service's settings. */
  public ServiceSettings of(NexusService service) {
    return java.util.Objects.requireNonNull(services.get(service));
  }

  /** URL of a service inside the cluster. */
  public String url(NexusService service) {
    boolean tls = mtls.isPresent() && service != NexusService.GATEWAY;
    return (tls ? "https://" : "http://") + names.host(names.of(service)) + ":" + service.port();
  }
}
