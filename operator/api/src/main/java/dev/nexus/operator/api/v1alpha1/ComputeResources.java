package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** CPU and memory of a container. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComputeResources(
    @JsonPropertyDescription("What the scheduler reserves, for example cpu: 500m, memory: 1Gi.")
        @Nullable ComputeAmount requests,
    @JsonPropertyDescription("What the container may use at most.")
        @Nullable ComputeAmount limits) {}
