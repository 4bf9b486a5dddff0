package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** TLS with client certificates between the services. */
@ValidationRule(
    value = "!has(self.duration) || duration(self.duration) >= duration('1h')",
    message = "mtls.duration must be at least 1h")
@ValidationRule(
    value =
        "!has(self.renewBefore) || (has(self.duration) && duration(self.renewBefore) < duration(self.duration))",
    message = "mtls.renewBefore needs a longer mtls.duration")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MtlsSpec(
    @JsonPropertyDescription("Strict (default) or Disabled.") @Nullable MtlsMode mode,
    @Pattern("^([0-9]+h)?([0-9]+m)?([0-9]+s)?$")
        @Size(min = 2)
        @JsonPropertyDescription("Lifetime of a service's certificate. Default: 2160h.")
        @Nullable String duration,
    @Pattern("^([0-9]+h)?([0-9]+m)?([0-9]+s)?$")
        @Size(min = 2)
        @JsonPropertyDescription(
            "How long before its end a certificate is renewed. Default: a third of duration.")
        @Nullable String renewBefore) {}
