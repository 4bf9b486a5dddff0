package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the images of the seven services come from. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImagesSpec(
    @Pattern("^[a-z0-9.:/_-]+$")
        @JsonPropertyDescription(
            "Registry and path in front of the image names, for example registry.example.com/nexus. Default: what the operator is configured with.")
        @Nullable String registry,
    @JsonPropertyDescription("When images are pulled. Default: IfNotPresent.")
        @Nullable PullPolicy pullPolicy,
    @JsonPropertyDescription(
            "Names of Secrets of type kubernetes.io/dockerconfigjson in the platform's namespace.")
        @Nullable List<String> pullSecrets) {}
