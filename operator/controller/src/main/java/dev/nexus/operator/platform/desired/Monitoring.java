package dev.nexus.operator.platform.desired;

import dev.nexus.operator.external.ExternalApi;
import dev.nexus.operator.external.ExternalResource;
import dev.nexus.operator.external.monitoring.PrometheusRuleSpec;
import dev.nexus.operator.external.monitoring.ServiceMonitorSpec;
import dev.nexus.operator.naming.Labels;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What prometheus-operator is told. */
public final class Monitoring {

  private static final String COMPONENT = "monitoring";

  private Monitoring() {}

  /** The objects that are asked for. */
  public static List<HasMetadata> of(Settings settings, Settings.Metrics metrics) {
    List<HasMetadata> objects = new ArrayList<>();
    if (metrics.serviceMonitor()) {
      objects.add(resource(settings, metrics, "ServiceMonitor", serviceMonitor(settings)));
    }
    if (metrics.rules()) {
      objects.add(resource(settings, metrics, "PrometheusRule", rules(settings)));
    }
    return objects;
  }

  private static ServiceMonitorSpec serviceMonitor(Settings settings) {
    return new ServiceMonitorSpec(
        new ServiceMonitorSpec.Selector(
            new TreeMap<>(
                Map.of(
                    Labels.INSTANCE,
                    settings.names().platform(),
                    Labels.PART_OF,
                    Labels.PLATFORM))),
        List.of(new ServiceMonitorSpec.Endpoint("management", "/q/metrics", "30s")));
  }

  private static PrometheusRuleSpec rules(Settings settings) {
    String services =
        "namespace=\"%s\", service=~\"%s-.+\""
            .formatted(settings.names().namespace(), settings.names().platform());
    return new PrometheusRuleSpec(
        List.of(
            new PrometheusRuleSpec.Group(
                "nexus-services",
                List.of(
                    alert(
                        "NexusServiceDown",
                        "up{%s} == 0".formatted(services),
                        "critical",
                        "A pod of {{ $labels.service }} does not answer its metrics port"),
                    alert(
                        "NexusHighErrorRate",
                        errorRatio("http_server_requests_seconds_count", services) + " > 0.05",
                        "warning",
                        "More than 5 % of the requests to {{ $labels.service }} fail"),
                    alert(
                        "NexusGatewayHighErrorRate",
                        errorRatio("nexus_requests_total", services) + " > 0.05",
                        "warning",
                        "More than 5 % of the requests through {{ $labels.service }} fail"),
                    alert(
                        "NexusHighMemory",
                        "sum by (service, pod) (jvm_memory_used_bytes{%1$s, area=\"heap\"}) / sum by (service, pod) (jvm_memory_max_bytes{%1$s, area=\"heap\"} > 0) > 0.95"
                            .formatted(services),
                        "warning",
                        "The heap of {{ $labels.pod }} is almost full")))));
  }

  private static String errorRatio(String counter, String services) {
    String rate = "sum by (service) (rate(%s{%s}[5m]))";
    return rate.formatted(counter, services + ", status=~\"5..\"")
        + " / "
        + rate.formatted(counter, services);
  }

  private static PrometheusRuleSpec.Alert alert(
      String name, String expression, String severity, String summary) {
    return new PrometheusRuleSpec.Alert(
        name, expression, "5m", Map.of("severity", severity), Map.of("summary", summary));
  }

  private static HasMetadata resource(
      Settings settings, Settings.Metrics metrics, String kind, Object spec) {
    ObjectMeta metadata = Metadata.stable(settings, settings.names().platform(), COMPONENT);
    metadata.getLabels().putAll(metrics.labels());
    return ExternalResource.of(ExternalApi.MONITORING.apiVersion(), kind, metadata, spec);
  }
}
