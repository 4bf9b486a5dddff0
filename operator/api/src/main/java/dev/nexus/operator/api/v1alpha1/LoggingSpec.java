package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** What the services log. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoggingSpec(
    @JsonPropertyDescription("Lowest level that is logged. Default: INFO.")
        @Nullable LogLevel level) {}
