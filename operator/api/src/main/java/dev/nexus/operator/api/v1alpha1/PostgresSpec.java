package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL that holds all data. */
@ValidationRule(
    value = "!(has(self.managed) && has(self.external))",
    message = "set postgres.managed or postgres.external, not both")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostgresSpec(
    @JsonPropertyDescription("A cluster run by CloudNativePG.") @Nullable ManagedPostgres managed,
    @JsonPropertyDescription("A PostgreSQL that runs elsewhere.")
        @Nullable ExternalPostgres external) {}
