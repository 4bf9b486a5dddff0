package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Quantity;
import org.jspecify.annotations.Nullable;

/** An amount of CPU and memory. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComputeAmount(
    @JsonPropertyDescription("CPU, for example 500m or 2.") @Nullable Quantity cpu,
    @JsonPropertyDescription("Memory, for example 1Gi.") @Nullable Quantity memory) {}
