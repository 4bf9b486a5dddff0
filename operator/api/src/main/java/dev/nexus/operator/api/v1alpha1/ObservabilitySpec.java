package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Metrics and logs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObservabilitySpec(
    @JsonPropertyDescription("What is written for prometheus-operator.")
        @Nullable MetricsSpec metrics,
    @JsonPropertyDescription("What the services log.") @Nullable LoggingSpec logging) {}
