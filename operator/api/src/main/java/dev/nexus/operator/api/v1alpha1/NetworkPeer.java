package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A network, or pods by their namespace. */
@ValidationRule(
    value = "has(self.cidr) != has(self.namespaceLabels)",
    message = "a network peer is a cidr or namespaceLabels")
@ValidationRule(
    value = "!has(self.cidr) || isCIDR(self.cidr)",
    message = "cidr is an address range such as 10.0.0.0/8")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NetworkPeer(
    @JsonPropertyDescription("Addresses, for example 10.0.0.0/8.") @Nullable String cidr,
    @JsonPropertyDescription("Labels of namespaces; all of their pods are meant.")
        @Nullable Map<String, String> namespaceLabels) {}
