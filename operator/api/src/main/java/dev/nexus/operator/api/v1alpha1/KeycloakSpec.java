package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** The Keycloak that knows the users, and its realm. */
@ValidationRule(
    value = "!(has(self.managed) && has(self.external))",
    message = "set keycloak.managed or keycloak.external, not both")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeycloakSpec(
    @JsonPropertyDescription("A Keycloak run by the Keycloak operator.")
        @Nullable ManagedKeycloak managed,
    @JsonPropertyDescription("A Keycloak that runs elsewhere.") @Nullable ExternalKeycloak external,
    @JsonPropertyDescription("The realm nexus.") @Nullable RealmSpec realm) {}
