package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** A Redis run by redis-operator. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManagedRedis(
    @JsonPropertyDescription(
            "Standalone (default in Development) or Cluster (default in Production). Cannot be changed.")
        @Nullable RedisMode mode,
    @Min(1) @Max(100) @JsonPropertyDescription("Number of shards of a Cluster. Default: 3.")
        @Nullable Integer shards,
    @JsonPropertyDescription("Volume of a server. Default: 1Gi in Development, 5Gi in Production.")
        @Nullable StorageSpec storage,
    @JsonPropertyDescription("CPU and memory of a server.") @Nullable ComputeResources resources) {}
