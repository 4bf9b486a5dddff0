package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** The wanted install. Every field is optional: an empty spec gives a small working install. */
@ValidationRule(
    value =
        "(has(self.redis) && has(self.redis.external) ? 'External' : has(self.redis) && h"
            + "as(self.redis.managed) && has(self.redis.managed.mode) ? self.redis.managed.mode"
            + " : has(self.profile) && self.profile == 'Production' ? 'Cluster' : 'Standalone')"
            + " == (has(oldSelf.redis) && has(oldSelf.redis.external) ? 'External' : has(oldSel"
            + "f.redis) && has(oldSelf.redis.managed) && has(oldSelf.redis.managed.mode) ? oldS"
            + "elf.redis.managed.mode : has(oldSelf.profile) && oldSelf.profile == 'Production'"
            + " ? 'Cluster' : 'Standalone')",
    message =
        "redis cannot change between Standalone, Cluster and external, also not by another profile: state redis.managed.mode as it is")
@ValidationRule(
    value =
        "!has(self.redis) || !has(self.redis.managed) || !has(self.redis.managed.shards) "
            + "|| (self.redis.managed.shards >= 3 && (has(self.redis) && has(self.redis.externa"
            + "l) ? 'External' : has(self.redis) && has(self.redis.managed) && has(self.redis.m"
            + "anaged.mode) ? self.redis.managed.mode : has(self.profile) && self.profile == 'P"
            + "roduction' ? 'Cluster' : 'Standalone') == 'Cluster')",
    message = "redis.managed.shards is for mode Cluster, and at least 3")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NexusPlatformSpec(
    @Pattern("^[0-9]+\\.[0-9]+\\.[0-9]+(-[a-z0-9.]+)?$")
        @JsonPropertyDescription(
            "Release of the platform to run, for example 2.0.0. Default: the operator's own release.")
        @Nullable String version,
    @JsonPropertyDescription(
            "Preset of sizes: Development (default) or Production. What it resolved to is shown in status.effective.")
        @Nullable Profile profile,
    @JsonPropertyDescription(
            "Retain (default) keeps databases, Redis and Keycloak when the platform is deleted, to be adopted by a platform of the same name; Delete removes them.")
        @Nullable DeletionPolicy deletionPolicy,
    @JsonPropertyDescription("Where the images of the seven services come from.")
        @Nullable ImagesSpec images,
    @JsonPropertyDescription("Settings of single services.") @Nullable ServicesSpec services,
    @JsonPropertyDescription("The PostgreSQL that holds all data: managed (default) or external.")
        @Nullable PostgresSpec postgres,
    @JsonPropertyDescription("The Redis that makes limits fast: managed (default) or external.")
        @Nullable RedisSpec redis,
    @JsonPropertyDescription("The Keycloak that knows the users: managed (default) or external.")
        @Nullable KeycloakSpec keycloak,
    @JsonPropertyDescription("Mutual TLS and network policies.") @Nullable SecuritySpec security,
    @JsonPropertyDescription("Metrics and logs.") @Nullable ObservabilitySpec observability) {}
