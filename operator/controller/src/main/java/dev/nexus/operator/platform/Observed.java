package dev.nexus.operator.platform;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** What is in the cluster, as the caches know it. */
public interface Observed {

  /** An object of the platform's namespace. */
  Optional<GenericKubernetesResource> find(String apiVersion, String kind, String name);

  /** The object that stands where the wanted one should. */
  default Optional<GenericKubernetesResource> find(HasMetadata wanted) {
    return find(wanted.getApiVersion(), wanted.getKind(), wanted.getMetadata().getName());
  }
}
