package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Where the platform answers. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Endpoints(
    @JsonPropertyDescription("URL of the gateway inside the cluster.") @Nullable String api,
    @JsonPropertyDescription("Issuer of the tokens.") @Nullable String issuer) {}
