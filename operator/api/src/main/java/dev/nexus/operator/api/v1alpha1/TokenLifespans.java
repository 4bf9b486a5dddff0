package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** How long tokens and sessions live, for example 1h30m. */
@ValidationRule(
    value =
        "!has(self.accessToken) || !has(self.sessionMax) || duration(self.accessToken) <= duration(self.sessionMax)",
    message = "tokenLifespans.accessToken must not exceed sessionMax")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenLifespans(
    @Pattern("^([0-9]+h)?([0-9]+m)?([0-9]+s)?$")
        @Size(min = 2)
        @JsonPropertyDescription("An access token. Default: 1h.")
        @Nullable String accessToken,
    @Pattern("^([0-9]+h)?([0-9]+m)?([0-9]+s)?$")
        @Size(min = 2)
        @JsonPropertyDescription("A session, and so a refresh token, without use. Default: 168h.")
        @Nullable String sessionIdle,
    @Pattern("^([0-9]+h)?([0-9]+m)?([0-9]+s)?$")
        @Size(min = 2)
        @JsonPropertyDescription("A session, and so a refresh token, at most. Default: 720h.")
        @Nullable String sessionMax) {}
