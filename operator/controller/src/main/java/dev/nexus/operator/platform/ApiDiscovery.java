package dev.nexus.operator.platform;

import dev.nexus.operator.external.ExternalApi;
import io.fabric8.kubernetes.api.model.APIGroupList;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which APIs of other operators the cluster serves. One small request, asked again every few
 * seconds at most; an operator that is installed later is noticed without a restart.
 */
@ApplicationScoped
class ApiDiscovery {

  private static final Duration KEEP = Duration.ofSeconds(5);

  private final KubernetesClient client;
  private final Clock clock;
  private Instant asked = Instant.EPOCH;
  private Set<ExternalApi> served = EnumSet.noneOf(ExternalApi.class);

  ApiDiscovery(KubernetesClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  synchronized Set<ExternalApi> served() {
    Instant now = clock.instant();
    if (asked.plus(KEEP).isBefore(now)) {
      served = ask();
      asked = now;
    }
    return served;
  }

  private Set<ExternalApi> ask() {
    APIGroupList groups = client.getApiGroups();
    Set<String> versions =
        groups.getGroups().stream()
            .flatMap(group -> group.getVersions().stream())
            .map(GroupVersionForDiscovery::getGroupVersion)
            .collect(Collectors.toSet());
    Set<ExternalApi> apis =
        Arrays.stream(ExternalApi.values())
            .filter(api -> versions.contains(api.apiVersion()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ExternalApi.class)));
    if (apis.contains(ExternalApi.KEYCLOAK)) {
      // One schema in two versions: seen through both, every object would be there twice.
      apis.remove(ExternalApi.KEYCLOAK_ALPHA);
    }
    return apis;
  }
}
