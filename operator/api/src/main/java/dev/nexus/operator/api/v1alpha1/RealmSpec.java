package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** The realm nexus. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RealmSpec(
    @JsonPropertyDescription("How long tokens and sessions live.")
        @Nullable TokenLifespans tokenLifespans) {}
