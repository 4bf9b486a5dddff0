package dev.nexus.operator.platform.desired;

import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.naming.Labels;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;

/** Scaling by load, and how many pods a drain may take. */
public final class Availability {

  private Availability() {}

  /** The autoscaler. A starting JVM is busy, so it looks a while before it adds pods. */
  public static HorizontalPodAutoscaler autoscaler(
      Settings settings, NexusService service, Settings.Autoscaling bounds) {
    return new HorizontalPodAutoscalerBuilder()
        .withMetadata(Metadata.of(settings, service))
        .withNewSpec()
        .withNewScaleTargetRef("apps/v1", "Deployment", settings.names().of(service))
        .withMinReplicas(bounds.min())
        .withMaxReplicas(bounds.max())
        .addNewMetric()
        .withType("Resource")
        .withNewResource()
        .withName("cpu")
        .withNewTarget()
        .withType("Utilization")
        .withAverageUtilization(bounds.targetPercent())
        .endTarget()
        .endResource()
        .endMetric()
        .withNewBehavior()
        .withNewScaleUp()
        .withStabilizationWindowSeconds(90)
        .withSelectPolicy("Max")
        .addNewPolicy(60, "Percent", 100)
        .endScaleUp()
        .withNewScaleDown()
        .withStabilizationWindowSeconds(300)
        .withSelectPolicy("Max")
        .addNewPolicy(60, "Percent", 10)
        .addNewPolicy(60, "Pods", 1)
        .endScaleDown()
        .endBehavior()
        .endSpec()
        .build();
  }

  /** The disruption budget: one pod at a time, and a broken pod never holds up a drain. */
  public static PodDisruptionBudget budget(Settings settings, NexusService service) {
    return new PodDisruptionBudgetBuilder()
        .withMetadata(Metadata.of(settings, service))
        .withNewSpec()
        .withNewMaxUnavailable(1)
        .withUnhealthyPodEvictionPolicy("AlwaysAllow")
        .withNewSelector()
        .withMatchLabels(Labels.selector(settings.names().platform(), service.id()))
        .endSelector()
        .endSpec()
        .build();
  }
}
