package dev.nexus.operator.platform.settings;

import dev.nexus.operator.api.v1alpha1.ComputeAmount;
import dev.nexus.operator.api.v1alpha1.ComputeResources;
import dev.nexus.operator.api.v1alpha1.DeletionPolicy;
import dev.nexus.operator.api.v1alpha1.LogLevel;
import dev.nexus.operator.api.v1alpha1.MtlsMode;
import dev.nexus.operator.api.v1alpha1.NexusPlatformSpec;
import dev.nexus.operator.api.v1alpha1.Profile;
import dev.nexus.operator.api.v1alpha1.PullPolicy;
import dev.nexus.operator.api.v1alpha1.ServiceSpec;
import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.external.ExternalApi;
import dev.nexus.operator.naming.Names;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Resolves a spec: what it says, else what the profile says, else the default. */
public final class SettingsResolver {

  private static final Duration CERTIFICATE = Duration.ofDays(90);

  private final Inputs inputs;
  private final NexusPlatformSpec spec;
  private final Profile profile;
  private final Names names;

  private SettingsResolver(Inputs inputs) {
    this.inputs = inputs;
    this.spec = Spec.of(inputs.platform());
    this.profile = spec.profile() == null ? Profile.Development : spec.profile();
    ObjectMeta metadata = inputs.platform().getMetadata();
    this.names = new Names(metadata.getName(), metadata.getNamespace());
  }

  /** The settings of the platform in the inputs. */
  public static Settings resolve(Inputs inputs) {
    return new SettingsResolver(inputs).resolve();
  }

  private Settings resolve() {
    Settings.Release release = release();
    return new Settings(
        names,
        owner(),
        release,
        services(release),
        new DataResolver(inputs, profile).postgres(),
        new DataResolver(inputs, profile).redis(),
        new IdentityResolver(inputs, profile, names, mtls().isPresent()).keycloak(),
        mtls(),
        network(),
        metrics());
  }

  private OwnerReference owner() {
    ObjectMeta metadata = inputs.platform().getMetadata();
    return new OwnerReferenceBuilder()
        .withApiVersion(inputs.platform().getApiVersion())
        .withKind(inputs.platform().getKind())
        .withName(metadata.getName())
        .withUid(metadata.getUid())
        .withController(true)
        .withBlockOwnerDeletion(true)
        .build();
  }

  private Settings.Release release() {
    var images = Optional.ofNullable(spec.images());
    return new Settings.Release(
        profile,
        Optional.ofNullable(spec.version()).orElse(inputs.installation().version()),
        images.map(i -> i.registry()).orElse(inputs.installation().registry()),
        images.map(i -> i.pullPolicy()).orElse(PullPolicy.IfNotPresent),
        images.map(i -> i.pullSecrets()).orElse(List.of()),
        Optional.ofNullable(spec.deletionPolicy()).orElse(DeletionPolicy.Retain),
        Optional.ofNullable(spec.observability())
            .map(o -> o.logging())
            .map(l -> l.level())
            .orElse(LogLevel.INFO));
  }

  private Map<NexusService, Settings.ServiceSettings> services(Settings.Release release) {
    Map<NexusService, Settings.ServiceSettings> all = new EnumMap<>(NexusService.class);
    for (NexusService service : NexusService.values()) {
      Optional<ServiceSpec> given =
          Optional.ofNullable(spec.services()).map(s -> s.of(service.id()));
      int replicas = given.map(ServiceSpec::replicas).orElse(Presets.replicas(profile, service));
      all.put(
          service,
          new Settings.ServiceSettings(
              release.registry() + "/" + service.id() + ":" + release.version(),
              replicas,
              resources(
                  given.map(ServiceSpec::resources).orElse(null),
                  Presets.service(profile, service)),
              autoscaling(given, replicas),
              new TreeMap<>(given.map(ServiceSpec::env).orElse(Map.of()))));
    }
    return all;
  }

  private Optional<Settings.Autoscaling> autoscaling(Optional<ServiceSpec> given, int replicas) {
    var asked = given.map(ServiceSpec::autoscaling);
    boolean enabled =
        asked.map(a -> a.enabled()).orElse(asked.isPresent() || profile == Profile.Production);
    if (!enabled) {
      return Optional.empty();
    }
    int min =
        asked
            .map(a -> a.minReplicas())
            .orElse(Math.min(replicas, asked.map(a -> a.maxReplicas()).orElse(replicas)));
    int max = asked.map(a -> a.maxReplicas()).orElse(Math.max(3, 3 * min));
    int target = asked.map(a -> a.targetCPUUtilizationPercentage()).orElse(70);
    return Optional.of(new Settings.Autoscaling(min, Math.max(min, max), target));
  }

  private Optional<Settings.Mtls> mtls() {
    var given = Optional.ofNullable(spec.security()).map(s -> s.mtls());
    if (given.map(m -> m.mode()).orElse(MtlsMode.Strict) == MtlsMode.Disabled) {
      return Optional.empty();
    }
    Duration duration = given.flatMap(m -> GoDuration.parse(m.duration())).orElse(CERTIFICATE);
    Duration renewBefore =
        given.flatMap(m -> GoDuration.parse(m.renewBefore())).orElse(duration.dividedBy(3));
    return Optional.of(new Settings.Mtls(duration, renewBefore));
  }

  private Optional<Settings.Network> network() {
    var given = Optional.ofNullable(spec.security()).map(s -> s.networkPolicies());
    if (!given.map(n -> n.enabled()).orElse(true)) {
      return Optional.empty();
    }
    return Optional.of(
        new Settings.Network(
            inputs.installation().namespace(),
            inputs.installation().monitoringNamespace(),
            given.map(n -> n.ingressFrom()).orElse(List.of()),
            given.map(n -> n.egressTo()).orElse(List.of())));
  }

  private Optional<Settings.Metrics> metrics() {
    if (!inputs.apis().contains(ExternalApi.MONITORING)) {
      return Optional.empty();
    }
    var given = Optional.ofNullable(spec.observability()).map(o -> o.metrics());
    return Optional.of(
        new Settings.Metrics(
            given.map(m -> m.serviceMonitors()).orElse(true),
            given.map(m -> m.rules()).orElse(true),
            given.map(m -> m.labels()).orElse(Map.of())));
  }

  /** The resources given, or else those of the profile. */
  static ResourceRequirements resources(
      @Nullable ComputeResources given, ResourceRequirements preset) {
    if (given == null) {
      return preset;
    }
    return new ResourceRequirementsBuilder()
        .withRequests(amounts(given.requests()))
        .withLimits(amounts(given.limits()))
        .build();
  }

  private static Map<String, Quantity> amounts(@Nullable ComputeAmount amount) {
    Map<String, Quantity> amounts = new TreeMap<>();
    if (amount != null) {
      put(amounts, "cpu", amount, ComputeAmount::cpu);
      put(amounts, "memory", amount, ComputeAmount::memory);
    }
    return amounts;
  }

  private static void put(
      Map<String, Quantity> amounts,
      String name,
      ComputeAmount amount,
      Function<ComputeAmount, @Nullable Quantity> part) {
    @Nullable Quantity quantity = part.apply(amount);
    if (quantity != null) {
      amounts.put(name, CanonicalQuantity.of(quantity));
    }
  }
}
