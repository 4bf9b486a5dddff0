package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** What holds or does not. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Condition(
    @Required @JsonPropertyDescription("Name of the condition, for example Ready.") String type,
    @Required @JsonPropertyDescription("True, False or Unknown.") String status,
    @JsonPropertyDescription("Generation of the spec that the condition is about.")
        @Nullable Long observedGeneration,
    @Required @JsonPropertyDescription("When status changed last, RFC 3339.")
        String lastTransitionTime,
    @Required @JsonPropertyDescription("Why, in one CamelCase word.") String reason,
    @Required @JsonPropertyDescription("Why and what to do next, in one sentence.")
        String message) {}
