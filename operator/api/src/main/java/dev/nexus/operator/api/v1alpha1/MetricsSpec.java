package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is written for prometheus-operator, when its CRDs are there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetricsSpec(
    @JsonPropertyDescription("Whether a ServiceMonitor is written. Default: true.")
        @Nullable Boolean serviceMonitors,
    @JsonPropertyDescription("Whether a PrometheusRule is written. Default: true.")
        @Nullable Boolean rules,
    @JsonPropertyDescription("Labels on both, for a Prometheus that selects by label.")
        @Nullable Map<String, String> labels) {}
