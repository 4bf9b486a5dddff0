package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** A Redis run by redis-operator. */
@ValidationRule(
    value = "!has(self.mode) || self.mode != 'Cluster' || !has(self.shards) || self.shards >= 3",
    message = "a Redis Cluster needs at least 3 shards")
@ValidationRule(
    value = "!has(self.mode) || self.mode == 'Cluster' || !has(self.shards)",
    message = "shards are for mode Cluster")
@ValidationRule(
    value = "!has(oldSelf.mode) || (has(self.mode) && self.mode == oldSelf.mode)",
    message = "redis.managed.mode cannot be changed")
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
