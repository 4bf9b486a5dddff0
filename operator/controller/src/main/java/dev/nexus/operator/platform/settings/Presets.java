package dev.nexus.operator.platform.settings;

import dev.nexus.operator.api.v1alpha1.Profile;
import dev.nexus.operator.catalog.NexusService;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;

/** The figures of the profiles. Quantities are in the form that the API server stores. */
final class Presets {

  private Presets() {}

  static int replicas(Profile profile, NexusService service) {
    if (profile == Profile.Development) {
      return 1;
    }
    return switch (service) {
      case AI -> 3;
      case GATEWAY, BATCH, CONVERSATION, AUTH -> 2;
      case WEBHOOK, ANALYTICS -> 1;
    };
  }

  static ResourceRequirements service(Profile profile, NexusService service) {
    if (profile == Profile.Development) {
      return resources("50m", "192Mi", "2", "512Mi");
    }
    return service == NexusService.AI
        ? resources("500m", "1Gi", "2", "2Gi")
        : resources("250m", "512Mi", "1", "1Gi");
  }

  static ResourceRequirements postgres(Profile profile) {
    return profile == Profile.Development
        ? resources("100m", "256Mi", "2", "512Mi")
        : resources("1", "2Gi", "4", "4Gi");
  }

  static ResourceRequirements redis(Profile profile) {
    return profile == Profile.Development
        ? resources("20m", "64Mi", "1", "128Mi")
        : resources("250m", "512Mi", "1", "1Gi");
  }

  static ResourceRequirements keycloak(Profile profile) {
    return profile == Profile.Development
        ? resources("100m", "512Mi", "2", "1Gi")
        : resources("500m", "1Gi", "2", "2Gi");
  }

  static String postgresStorage(Profile profile) {
    return profile == Profile.Development ? "1Gi" : "20Gi";
  }

  static String redisStorage(Profile profile) {
    return profile == Profile.Development ? "1Gi" : "5Gi";
  }

  private static ResourceRequirements resources(
      String cpu, String memory, String cpuLimit, String memoryLimit) {
    return new ResourceRequirementsBuilder()
        .addToRequests("cpu", new Quantity(cpu))
        .addToRequests("memory", new Quantity(memory))
        .addToLimits("cpu", new Quantity(cpuLimit))
        .addToLimits("memory", new Quantity(memoryLimit))
        .build();
  }
}
