package dev.nexus.operator.platform;

import dev.nexus.operator.api.v1alpha1.Component;
import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.naming.Names;
import dev.nexus.operator.platform.settings.KeycloakSettings;
import dev.nexus.operator.platform.settings.PostgresSettings;
import dev.nexus.operator.platform.settings.RedisSettings;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a platform as its status lists them. */
final class Components {

  private final Plan plan;
  private final Observed observed;
  private final Readiness readiness;

  Components(Plan plan, Observed observed) {
    this.plan = plan;
    this.observed = observed;
    this.readiness = new Readiness(observed);
  }

  List<Component> list() {
    List<Component> components = new ArrayList<>();
    Names names = plan.settings().names();
    for (NexusService service : NexusService.values()) {
      add(components, service.id(), wanted("Deployment", names.of(service)));
    }
    if (plan.settings().postgres() instanceof PostgresSettings.Managed) {
      add(components, "postgres", wanted("Cluster", names.postgres()));
    }
    if (plan.settings().redis() instanceof RedisSettings.Managed redis) {
      add(components, "redis", wanted(redis.cluster() ? "RedisCluster" : "Redis", names.redis()));
    }
    if (plan.settings().keycloak() instanceof KeycloakSettings.Managed) {
      add(components, "keycloak", wanted("Keycloak", names.keycloak()));
    }
    return components;
  }

  private HasMetadata wanted(String kind, String name) {
    return plan.objects()
        .filter(object -> object.getKind().equals(kind))
        .filter(object -> object.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void add(List<Component> components, String name, HasMetadata wanted) {
    Optional<GenericKubernetesResource> actual = observed.find(wanted);
    Optional<Map.Entry<Integer, Integer>> pods =
        actual.map(object -> podsOwner(object)).map(Readiness::pods);
    Progress progress = readiness.of(wanted);
    components.add(
        new Component(
            name,
            wanted.getKind(),
            pods.map(Map.Entry::getKey).orElse(0),
            pods.map(Map.Entry::getValue).orElse(null),
            version(wanted),
            message(progress)));
  }

  private GenericKubernetesResource podsOwner(GenericKubernetesResource object) {
    return "Redis".equals(object.getKind())
        ? observed.find("apps/v1", "StatefulSet", object.getMetadata().getName()).orElse(object)
        : object;
  }

  private static @Nullable String version(HasMetadata wanted) {
    return wanted.getMetadata().getLabels().get(dev.nexus.operator.naming.Labels.VERSION);
  }

  private static @Nullable String message(Progress progress) {
    return switch (progress) {
      case Progress.Ready ignored -> null;
      case Progress.Waiting waiting -> waiting.message();
      case Progress.Failed failed -> failed.message();
    };
  }
}
