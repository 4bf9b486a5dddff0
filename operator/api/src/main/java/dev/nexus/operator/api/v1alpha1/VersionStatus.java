package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Releases of the platform. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionStatus(
    @JsonPropertyDescription("Release that runs; absent before the first was ready.")
        @Nullable String current,
    @JsonPropertyDescription("Release that is wanted.") @Nullable String target) {}
