package dev.nexus.operator.platform;

import dev.nexus.operator.OperatorConfig;
import dev.nexus.operator.api.v1alpha1.DeletionPolicy;
import dev.nexus.operator.api.v1alpha1.NexusPlatform;
import dev.nexus.operator.api.v1alpha1.NexusPlatformStatus;
import dev.nexus.operator.naming.Labels;
import dev.nexus.operator.platform.settings.Inputs;
import dev.nexus.operator.platform.settings.Settings;
import dev.nexus.operator.platform.settings.SettingsResolver;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Turns a NexusPlatform into a running install and keeps it so. */
@ControllerConfiguration(
    name = Labels.OPERATOR,
    fieldManager = Applier.FIELD_MANAGER,
    generationAwareEventProcessing = true)
public class NexusPlatformReconciler implements Reconciler<NexusPlatform>, Cleaner<NexusPlatform> {

  private static final Logger LOG = Logger.getLogger(NexusPlatformReconciler.class);

  private final InputsGatherer gatherer;
  private final Caches caches;
  private final Realms realms;
  private final OperatorConfig config;
  private final MeterRegistry registry;
  private final PlatformMetrics metrics;
  private final Announcer announcer;
  private final Clock clock;

  NexusPlatformReconciler(
      InputsGatherer gatherer,
      Caches caches,
      Realms realms,
      OperatorConfig config,
      MeterRegistry registry,
      PlatformMetrics metrics,
      Announcer announcer,
      Clock clock) {
    this.gatherer = gatherer;
    this.caches = caches;
    this.realms = realms;
    this.config = config;
    this.registry = registry;
    this.metrics = metrics;
    this.announcer = announcer;
    this.clock = clock;
  }

  @Override
  public List<EventSource<?, NexusPlatform>> prepareEventSources(
      EventSourceContext<NexusPlatform> context) {
    return caches.core(context);
  }

  @Override
  public UpdateControl<NexusPlatform> reconcile(
      NexusPlatform platform, Context<NexusPlatform> context) {
    Applier applier = new Applier(context, caches, registry);
    Observed observed = caches.in(platform.getMetadata().getNamespace());

    Inputs inputs = gatherer.gather(platform);
    caches.ensure(inputs.apis(), context);
    if (makeSecrets(inputs, applier)) {
      inputs = gatherer.gather(platform);
    }
    Settings settings = SettingsResolver.resolve(inputs);
    adoptSecrets(settings, observed, applier);
    List<Problem> problems = Rules.check(inputs, settings);
    Plan plan = Planner.plan(inputs);
    Map<StageName, Progress> stages =
        new StageRunner(applier, observed, realms, ranBefore(platform)).run(plan, inputs, problems);
    if (plan.incomplete().isEmpty()) {
      new Pruner(applier, caches).prune(plan);
    }
    return tell(
        platform,
        new Observation(settings, problems, stages, new Components(plan, observed).list()),
        applier.writes());
  }

  private boolean makeSecrets(Inputs inputs, Applier applier) {
    Settings settings = SettingsResolver.resolve(inputs);
    List<GeneratedSecret> missing =
        GeneratedSecret.of(settings).stream()
            .filter(secret -> !inputs.secrets().containsKey(secret.name()))
            .toList();
    missing.forEach(
        secret ->
            applier.create(
                SecretMaker.make(secret, settings.names().namespace(), settings.owner())));
    return !missing.isEmpty();
  }

  /** Secrets of an earlier platform of this name; what else it left is applied anyway. */
  private static void adoptSecrets(Settings settings, Observed observed, Applier applier) {
    for (GeneratedSecret secret : GeneratedSecret.of(settings)) {
      observed
          .find("v1", "Secret", secret.name())
          .filter(found -> found.getMetadata().getOwnerReferences().isEmpty())
          .ifPresent(found -> applier.adopt(found, settings.owner()));
    }
  }

  private static boolean ranBefore(NexusPlatform platform) {
    NexusPlatformStatus status = platform.getStatus();
    return status != null && status.version() != null && status.version().current() != null;
  }

  private UpdateControl<NexusPlatform> tell(NexusPlatform platform, Observation found, int writes) {
    NexusPlatformStatus status =
        StatusFactory.from(
            platform.getStatus(), platform.getMetadata().getGeneration(), found, clock.instant());
    metrics.record(platform, status);
    LOG.infof(
        "Reconciled platform=%s/%s generation=%d phase=%s ready=%s writes=%d",
        platform.getMetadata().getNamespace(),
        platform.getMetadata().getName(),
        platform.getMetadata().getGeneration(),
        status.phase(),
        status.ready(),
        writes);
    boolean settled = found.stages().values().stream().allMatch(Progress::isReady);
    Duration again =
        !settled
            ? config.retry()
            : found.settings().metrics().isPresent() ? config.resync() : config.arrival();
    if (Objects.equals(status, platform.getStatus())) {
      return UpdateControl.<NexusPlatform>noUpdate().rescheduleAfter(again);
    }
    announcer.announce(platform, platform.getStatus(), status);
    return UpdateControl.patchStatus(withStatus(platform, status)).rescheduleAfter(again);
  }

  private static NexusPlatform withStatus(NexusPlatform platform, NexusPlatformStatus status) {
    NexusPlatform patch = new NexusPlatform();
    patch.setMetadata(
        new ObjectMetaBuilder()
            .withName(platform.getMetadata().getName())
            .withNamespace(platform.getMetadata().getNamespace())
            .build());
    patch.setStatus(status);
    return patch;
  }

  /** Data is left to itself, or goes too; the rest is the garbage collector's. */
  @Override
  public DeleteControl cleanup(NexusPlatform platform, Context<NexusPlatform> context) {
    Inputs inputs = gatherer.gather(platform);
    Settings settings = SettingsResolver.resolve(inputs);
    caches.ensure(inputs.apis(), context);
    Applier applier = new Applier(context, caches, registry);
    List<GenericKubernetesResource> objects =
        caches.of(settings.names().platform(), settings.names().namespace()).toList();
    if (settings.release().deletionPolicy() == DeletionPolicy.Retain) {
      objects.stream()
          .filter(object -> Pruner.holdsData(object) || isSecret(object))
          .forEach(object -> orphan(object, applier));
    } else {
      // Those of cert-manager have no owner that would take them along, and are made again as long
      // as their Certificate is there.
      objects.stream().filter(object -> isCertificate(object)).forEach(applier::delete);
      objects.stream()
          .filter(object -> isSecret(object) && object.getMetadata().getOwnerReferences().isEmpty())
          .forEach(applier::delete);
    }
    realms.forget(platform.getMetadata().getUid());
    metrics.forget(platform);
    return DeleteControl.defaultDelete();
  }

  private static boolean isCertificate(GenericKubernetesResource object) {
    return "Certificate".equals(object.getKind());
  }

  private static boolean isSecret(GenericKubernetesResource object) {
    return "Secret".equals(object.getKind());
  }

  /** A vanished object or API must not hold up the deletion. */
  private static void orphan(GenericKubernetesResource object, Applier applier) {
    try {
      applier.orphan(object);
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw e;
      }
    }
  }
}
