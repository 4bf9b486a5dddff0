package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** A part of the platform. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Component(
    @Required @JsonPropertyDescription("Name, for example ai or postgres.") String name,
    @Required @JsonPropertyDescription("Kind of the object behind it.") String kind,
    @JsonPropertyDescription("Ready pods.") @Nullable Integer ready,
    @JsonPropertyDescription("Wanted pods.") @Nullable Integer desired,
    @JsonPropertyDescription("Release or image that runs.") @Nullable String version,
    @JsonPropertyDescription("What it waits for; absent when it is ready.")
        @Nullable String message) {}
