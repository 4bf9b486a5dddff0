package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that runs elsewhere. Each service uses a schema of its own name in it and creates it
 * when it is missing.
 */
@ValidationRule(
    value = "(has(self.sslMode) && self.sslMode != 'VerifyFull') || has(self.caSecretRef)",
    message = "sslMode VerifyFull needs caSecretRef")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExternalPostgres(
    @Required @JsonPropertyDescription("Host name or address.") String host,
    @Min(1) @Max(65535) @JsonPropertyDescription("Port. Default: 5432.") @Nullable Integer port,
    @JsonPropertyDescription("Database of the services. Default: nexus_db.")
        @Nullable String database,
    @JsonPropertyDescription("Database of a managed Keycloak. Default: keycloak_db.")
        @Nullable String keycloakDatabase,
    @Required
        @JsonPropertyDescription(
            "Secret with the keys username and password of a role that may connect to both databases and create schemas in them.")
        SecretRef credentialsSecretRef,
    @JsonPropertyDescription("How connections are secured. Default: VerifyFull.")
        @Nullable SslMode sslMode,
    @JsonPropertyDescription(
            "Certificate authority (PEM) that the server's certificate is verified with. Needed for VerifyFull.")
        @Nullable SecretKeyRef caSecretRef) {}
