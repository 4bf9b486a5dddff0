package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Redis that runs elsewhere. */
@ValidationRule(
    value = "self.hosts.all(h, h.startsWith('redis://') || h.startsWith('rediss://'))",
    message = "redis.external.hosts are redis:// or rediss:// URLs")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExternalRedis(
    @Size(min = 1, max = 10)
        @Required
        @JsonPropertyDescription(
            "URLs of the servers, redis://host:port or, for TLS, rediss://host:port.")
        List<String> hosts,
    @JsonPropertyDescription("How it runs. Default: Standalone.") @Nullable RedisMode mode,
    @JsonPropertyDescription("Password, when it has one.") @Nullable SecretKeyRef passwordSecretRef,
    @JsonPropertyDescription(
            "Certificate authority (PEM) that rediss servers are verified with. Default: the well-known ones.")
        @Nullable SecretKeyRef caSecretRef) {}
