package dev.nexus.operator.platform;

import dev.nexus.operator.api.v1alpha1.NexusPlatform;
import dev.nexus.operator.external.ExternalApi;
import dev.nexus.operator.naming.Labels;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.GroupVersionKind;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One cache per kind, of the objects that carry the operator's label. Kinds of other operators are
 * watched from when their API is there.
 */
@ApplicationScoped
class Caches {

  private static final String SELECTOR = Labels.MANAGED_BY + "=" + Labels.OPERATOR;

  private final Map<WatchedKind, InformerEventSource<GenericKubernetesResource, NexusPlatform>>
      sources = new ConcurrentHashMap<>();
  private volatile Set<ExternalApi> served = Set.of();

  /** The caches of Kubernetes' own kinds. */
  List<EventSource<?, NexusPlatform>> core(EventSourceContext<NexusPlatform> context) {
    sources.clear();
    return WatchedKind.core().stream()
        .<EventSource<?, NexusPlatform>>map(kind -> create(kind, context))
        .toList();
  }

  /** Starts the caches of APIs that were not there before; returns when they are filled. */
  void ensure(Set<ExternalApi> served, Context<NexusPlatform> context) {
    this.served = Set.copyOf(served);
    for (ExternalApi api : served) {
      for (WatchedKind kind : WatchedKind.of(api)) {
        if (!sources.containsKey(kind)) {
          var retriever = context.eventSourceRetriever();
          retriever.dynamicallyRegisterEventSource(
              create(kind, retriever.eventSourceContextForDynamicRegistration()));
        }
      }
    }
  }

  private InformerEventSource<GenericKubernetesResource, NexusPlatform> create(
      WatchedKind kind, EventSourceContext<NexusPlatform> context) {
    var source =
        new InformerEventSource<>(
            InformerEventSourceConfiguration.from(
                    new GroupVersionKind(kind.apiVersion(), kind.kind()), NexusPlatform.class)
                .withName(kind.source())
                .withLabelSelector(SELECTOR)
                .withSecondaryToPrimaryMapper(Caches::platformOf)
                .build(),
            context);
    sources.put(kind, source);
    return source;
  }

  /** By label and not by owner: a retained object has no owner and is still its platform's. */
  private static Set<ResourceID> platformOf(GenericKubernetesResource object) {
    @Nullable String platform = object.getMetadata().getLabels().get(Labels.INSTANCE);
    return platform == null
        ? Set.of()
        : Set.of(new ResourceID(platform, object.getMetadata().getNamespace()));
  }

  /** The caches as seen from a namespace. */
  Observed in(String namespace) {
    return (apiVersion, kind, name) ->
        source(apiVersion, kind).flatMap(source -> source.get(new ResourceID(name, namespace)));
  }

  /** Every cached object of a platform. */
  Stream<GenericKubernetesResource> of(String platform, String namespace) {
    return sources.entrySet().stream()
        // An API that has another version now is seen through that one only.
        .filter(entry -> entry.getKey().api().map(served::contains).orElse(true))
        .flatMap(
            entry ->
                entry
                    .getValue()
                    .list(
                        namespace,
                        object ->
                            platform.equals(
                                object.getMetadata().getLabels().get(Labels.INSTANCE))));
  }

  /** Takes what the API server answered, so that the next look does not see an older state. */
  void remember(GenericKubernetesResource written, Optional<GenericKubernetesResource> before) {
    source(written.getApiVersion(), written.getKind())
        .ifPresent(
            source -> {
              ResourceID id = ResourceID.fromResource(written);
              before.ifPresentOrElse(
                  old -> source.handleRecentResourceUpdate(id, written, old),
                  () -> source.handleRecentResourceCreate(id, written));
            });
  }

  private Optional<InformerEventSource<GenericKubernetesResource, NexusPlatform>> source(
      String apiVersion, String kind) {
    return sources.entrySet().stream()
        .filter(entry -> entry.getKey().kind().equals(kind))
        .filter(entry -> Objects.equals(entry.getKey().apiVersion(), apiVersion))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
