package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operator has seen and done. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NexusPlatformStatus(
    @JsonPropertyDescription("Generation of the spec that this status is about.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("The platform in one word.") @Nullable Phase phase,
    @JsonPropertyDescription("Ready components of all components, for example 7/10.")
        @Nullable String ready,
    @JsonPropertyDescription("Releases of the platform.") @Nullable VersionStatus version,
    @JsonPropertyDescription("What holds and what does not, each with what to do next.")
        @Nullable List<Condition> conditions,
    @JsonPropertyDescription("The parts of the platform.") @Nullable List<Component> components,
    @JsonPropertyDescription("Where the platform answers.") @Nullable Endpoints endpoints,
    @JsonPropertyDescription("What profile and defaults resolved to.")
        @Nullable Effective effective) {}
