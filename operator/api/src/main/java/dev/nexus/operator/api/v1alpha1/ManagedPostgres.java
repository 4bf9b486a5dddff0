package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL cluster run by CloudNativePG. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManagedPostgres(
    @Min(1)
        @Max(9)
        @JsonPropertyDescription(
            "Number of instances; one is the primary. Default: 1 in Development, 3 in Production.")
        @Nullable Integer instances,
    @JsonPropertyDescription(
            "Volume of an instance. Default: 1Gi in Development, 20Gi in Production.")
        @Nullable StorageSpec storage,
    @JsonPropertyDescription("CPU and memory of an instance.") @Nullable ComputeResources resources,
    @JsonPropertyDescription(
            "Parameters of postgresql.conf. CloudNativePG refuses those that it sets itself.")
        @Nullable Map<String, String> parameters) {}
