package dev.nexus.operator.platform;

import dev.nexus.operator.api.v1alpha1.NexusPlatform;
import dev.nexus.operator.naming.Labels;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.SSABasedGenericKubernetesResourceMatcher;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Writes wanted objects by server-side apply, and only when something differs. */
final class Applier {

  /** Field manager of everything the operator writes. */
  static final String FIELD_MANAGER = Labels.OPERATOR;

  private static final String HANDOVER_MANAGER = "nexus-handover";
  private static final Logger LOG = Logger.getLogger(Applier.class);

  private final Context<NexusPlatform> context;
  private final KubernetesClient client;
  private final KubernetesSerialization serialization;
  private final Caches caches;
  private final Counter total;
  private int writes;

  Applier(Context<NexusPlatform> context, Caches caches, MeterRegistry registry) {
    this.context = context;
    this.client = context.getClient();
    this.serialization = client.getKubernetesSerialization();
    this.caches = caches;
    this.total = registry.counter("nexus.operator.api.writes");
  }

  /** Number of writes of this reconcile. */
  int writes() {
    return writes;
  }

  private void count() {
    writes++;
    total.increment();
  }

  /** Makes the object as wanted; does nothing when it is. */
  void apply(HasMetadata wanted, Observed observed) {
    GenericKubernetesResource desired = generic(wanted);
    Optional<GenericKubernetesResource> actual = observed.find(wanted);
    if (actual.isPresent() && (isFinal(desired) || matches(actual.get(), desired))) {
      return;
    }
    if (actual.isPresent()) {
      handOverReplicas(actual.get(), desired);
    }
    LOG.debugf("Applying %s %s", wanted.getKind(), wanted.getMetadata().getName());
    count();
    caches.remember(serverSideApply(desired, FIELD_MANAGER), actual);
  }

  /** A Job's template cannot be changed; one that must run again has another name. */
  private static boolean isFinal(GenericKubernetesResource desired) {
    return "Job".equals(desired.getKind());
  }

  private boolean matches(GenericKubernetesResource actual, GenericKubernetesResource desired) {
    return SSABasedGenericKubernetesResourceMatcher.<GenericKubernetesResource>getInstance()
        .matches(generic(actual), desired, context);
  }

  /**
   * Replicas that we stated and state no more would fall back to 1. Another manager states them
   * until the autoscaler does.
   */
  private void handOverReplicas(
      GenericKubernetesResource actual, GenericKubernetesResource desired) {
    boolean released =
        "Deployment".equals(desired.getKind())
            && desired.get("spec", "replicas") == null
            && statesReplicas(actual);
    if (!released) {
      return;
    }
    count();
    serverSideApply(
        new GenericKubernetesResourceBuilder()
            .withApiVersion(desired.getApiVersion())
            .withKind(desired.getKind())
            .withNewMetadata()
            .withName(desired.getMetadata().getName())
            .withNamespace(desired.getMetadata().getNamespace())
            .endMetadata()
            .addToAdditionalProperties(
                "spec", Map.of("replicas", (Object) actual.get("spec", "replicas")))
            .build(),
        HANDOVER_MANAGER);
  }

  private static boolean statesReplicas(GenericKubernetesResource actual) {
    return actual.getMetadata().getManagedFields().stream()
        .filter(entry -> FIELD_MANAGER.equals(entry.getManager()))
        .map(entry -> entry.getFieldsV1().getAdditionalProperties().get("f:spec"))
        .anyMatch(spec -> spec instanceof Map<?, ?> fields && fields.containsKey("f:replicas"));
  }

  private GenericKubernetesResource serverSideApply(
      GenericKubernetesResource desired, String manager) {
    return client
        .resource(desired)
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(manager)
                .withForce(true)
                .build(),
            desired);
  }

  /**
   * Through JSON, so that a number is of one type: in an object that came by watch it may be a
   * Long, in one that came by list an Integer, and the two are not equal.
   */
  private GenericKubernetesResource generic(HasMetadata object) {
    return serialization.unmarshal(serialization.asJson(object), GenericKubernetesResource.class);
  }

  /** Removes an object that is wanted no more. */
  void delete(GenericKubernetesResource object) {
    LOG.infof(
        "Pruning %s %s/%s",
        object.getKind(), object.getMetadata().getNamespace(), object.getMetadata().getName());
    count();
    client.resource(object).delete();
  }

  /** Leaves an object to itself: it stays, labelled, without an owner. */
  void orphan(GenericKubernetesResource object) {
    if (object.getMetadata().getOwnerReferences().isEmpty()) {
      return;
    }
    LOG.infof(
        "Retaining %s %s/%s",
        object.getKind(), object.getMetadata().getNamespace(), object.getMetadata().getName());
    patchOwners(object, "null");
  }

  private void patchOwners(GenericKubernetesResource object, String owners) {
    count();
    client
        .genericKubernetesResources(object.getApiVersion(), object.getKind())
        .inNamespace(object.getMetadata().getNamespace())
        .withName(object.getMetadata().getName())
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\":{\"ownerReferences\":%s}}".formatted(owners));
  }

  /** Takes an object that was left to itself back: it goes with its owner again. */
  void adopt(GenericKubernetesResource object, OwnerReference owner) {
    LOG.infof(
        "Adopting %s %s/%s",
        object.getKind(), object.getMetadata().getNamespace(), object.getMetadata().getName());
    patchOwners(object, serialization.asJson(List.of(owner)));
  }

  /** Creates a Secret unless it is there already. */
  void create(HasMetadata secret) {
    count();
    client.resource(secret).create();
  }
}
