package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Mutual TLS and network policies. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SecuritySpec(
    @JsonPropertyDescription("TLS with client certificates between the services.")
        @Nullable MtlsSpec mtls,
    @JsonPropertyDescription("Who may talk to whom.")
        @Nullable NetworkPoliciesSpec networkPolicies) {}
