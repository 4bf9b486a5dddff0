package dev.nexus.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An autoscaler owns the replicas while it is asked for; the operator never writes them then. */
class AutoscalingE2E {

  private final LocalCluster cluster = new LocalCluster();
  private final KubernetesClient client = cluster.client();

  @AfterEach
  void close() {
    cluster.patch("{\"spec\":{\"services\":{\"analytics\":null}}}");
    await().atMost(Duration.ofMinutes(1)).until(() -> autoscaler() == null);
    cluster.awaitReady();
    cluster.close();
  }

  @Test
  void theAutoscalerOwnsTheReplicas() {
    cluster.patch(
        """
        {"spec":{"services":{"analytics":{"autoscaling":{"minReplicas":2,"maxReplicas":3}}}}}""");
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(
            () -> assertThat(cluster.deployment("analytics").getSpec().getReplicas()).isEqualTo(2));
    cluster.awaitReady();

    HorizontalPodAutoscaler autoscaler = autoscaler();
    assertThat(autoscaler.getMetadata().getOwnerReferences())
        .extracting("kind")
        .containsExactly("NexusPlatform");
    assertThat(
            autoscaler
                .getSpec()
                .getMetrics()
                .getFirst()
                .getResource()
                .getTarget()
                .getAverageUtilization())
        .isEqualTo(70);
    assertThat(cluster.deployment("analytics").getMetadata().getManagedFields())
        .filteredOn(entry -> "nexus-operator".equals(entry.getManager()))
        .allSatisfy(
            entry ->
                assertThat(entry.getFieldsV1().getAdditionalProperties().get("f:spec").toString())
                    .doesNotContain("f:replicas"));
  }

  private HorizontalPodAutoscaler autoscaler() {
    return client
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(LocalCluster.NAMESPACE)
        .withName(LocalCluster.object("analytics"))
        .get();
  }
}
