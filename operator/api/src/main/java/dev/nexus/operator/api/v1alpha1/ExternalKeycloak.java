package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** A Keycloak that runs elsewhere. The operator keeps the realm nexus in it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExternalKeycloak(
    @Pattern("^https?://[^/]+(/.*)?$")
        @Required
        @JsonPropertyDescription(
            "Base URL, for example https://login.example.com. The issuer is <url>/realms/nexus.")
        String url,
    @Required
        @JsonPropertyDescription(
            "Secret with the keys client-id and client-secret of a client of the realm master that may manage the realm nexus.")
        SecretRef adminSecretRef,
    @JsonPropertyDescription(
            "Certificate authority (PEM) of its URL. Default: the well-known ones.")
        @Nullable SecretKeyRef caSecretRef) {}
