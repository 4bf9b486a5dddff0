package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of one service. What is left out comes from the profile. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceSpec(
    @Min(1)
        @Max(100)
        @JsonPropertyDescription(
            "Number of pods. Ignored while autoscaling is enabled: the autoscaler owns it then.")
        @Nullable Integer replicas,
    @JsonPropertyDescription("CPU and memory of a pod. Replaces the profile's as a whole.")
        @Nullable ComputeResources resources,
    @JsonPropertyDescription("Horizontal scaling by CPU.") @Nullable AutoscalingSpec autoscaling,
    @JsonPropertyDescription(
            "Further environment variables of the container. Not for secrets: they can be read in the Deployment.")
        @Nullable Map<String, String> env) {}
