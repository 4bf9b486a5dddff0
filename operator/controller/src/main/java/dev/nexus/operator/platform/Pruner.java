package dev.nexus.operator.platform;

import dev.nexus.operator.api.v1alpha1.DeletionPolicy;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes what a platform owns and its plan no longer names. Foreign objects are never touched. */
final class Pruner {

  private final Applier applier;
  private final Caches caches;

  Pruner(Applier applier, Caches caches) {
    this.applier = applier;
    this.caches = caches;
  }

  void prune(Plan plan) {
    Settings settings = plan.settings();
    Set<String> wanted = plan.objects().map(Pruner::id).collect(Collectors.toSet());
    caches
        .of(settings.names().platform(), settings.names().namespace())
        .filter(object -> isOwned(object, settings.owner().getUid()))
        .filter(object -> !"Secret".equals(object.getKind()))
        .filter(object -> !wanted.contains(id(object)))
        .toList()
        .forEach(object -> remove(object, settings.release().deletionPolicy()));
  }

  private void remove(GenericKubernetesResource object, DeletionPolicy policy) {
    if (policy == DeletionPolicy.Retain && holdsData(object)) {
      applier.orphan(object);
    } else {
      applier.delete(object);
    }
  }

  static boolean holdsData(HasMetadata object) {
    return Arrays.stream(WatchedKind.values())
        .filter(WatchedKind::holdsData)
        .anyMatch(kind -> kind.kind().equals(object.getKind()));
  }

  private static boolean isOwned(HasMetadata object, String uid) {
    return object.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> owner.getUid().equals(uid));
  }

  private static String id(HasMetadata object) {
    return object.getApiVersion() + "/" + object.getKind() + "/" + object.getMetadata().getName();
  }
}
