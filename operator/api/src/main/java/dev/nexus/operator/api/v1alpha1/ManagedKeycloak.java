package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import org.jspecify.annotations.Nullable;

/** A Keycloak run by the Keycloak operator. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManagedKeycloak(
    @Min(1)
        @Max(9)
        @JsonPropertyDescription("Number of pods. Default: 1 in Development, 2 in Production.")
        @Nullable Integer instances,
    @Pattern("^https?://[^/]+(/.*)?$")
        @JsonPropertyDescription(
            "Public URL of Keycloak, for example https://login.example.com; it becomes the issuer of tokens. Default: the Service's URL inside the cluster.")
        @Nullable String hostname,
    @JsonPropertyDescription("CPU and memory of a pod.") @Nullable ComputeResources resources) {}
