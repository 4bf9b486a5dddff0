package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What profile and defaults resolved to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Effective(
    @JsonPropertyDescription("The preset that applied.") @Nullable Profile profile,
    @JsonPropertyDescription("Release of the platform.") @Nullable String version,
    @JsonPropertyDescription("Registry of the images.") @Nullable String registry,
    @JsonPropertyDescription("What becomes of the data on deletion.")
        @Nullable DeletionPolicy deletionPolicy,
    @JsonPropertyDescription("Whether services prove themselves to each other.")
        @Nullable MtlsMode mtls,
    @JsonPropertyDescription("The PostgreSQL, in words.") @Nullable String postgres,
    @JsonPropertyDescription("The Redis, in words.") @Nullable String redis,
    @JsonPropertyDescription("The Keycloak, in words.") @Nullable String keycloak,
    @JsonPropertyDescription("Pods, CPU and memory of each service, in words.")
        @Nullable Map<String, String> services) {}
