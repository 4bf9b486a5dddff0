package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Horizontal scaling of one service by CPU. */
@ValidationRule(
    value =
        "!has(self.minReplicas) || !has(self.maxReplicas) || self.minReplicas <= self.maxReplicas",
    message = "minReplicas must not be greater than maxReplicas")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AutoscalingSpec(
    @JsonPropertyDescription(
            "Whether a HorizontalPodAutoscaler owns the number of pods. Default: true in Production, false in Development.")
        @Nullable Boolean enabled,
    @Min(1)
        @Max(100)
        @JsonPropertyDescription("Fewest pods. Default: the number of pods that the profile gives.")
        @Nullable Integer minReplicas,
    @Min(1)
        @Max(100)
        @JsonPropertyDescription("Most pods. Default: three times minReplicas, at least 3.")
        @Nullable Integer maxReplicas,
    @Min(1)
        @Max(100)
        @JsonPropertyDescription("CPU use to aim at, in percent of the requests. Default: 70.")
        @Nullable Integer targetCPUUtilizationPercentage) {}
