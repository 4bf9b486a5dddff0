package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** The Redis that makes limits fast. */
@ValidationRule(
    value = "!(has(self.managed) && has(self.external))",
    message = "set redis.managed or redis.external, not both")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RedisSpec(
    @JsonPropertyDescription("A Redis run by redis-operator.") @Nullable ManagedRedis managed,
    @JsonPropertyDescription("A Redis that runs elsewhere.") @Nullable ExternalRedis external) {}
