package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Network policies: everything is denied but the arrows of the architecture. */
@ValidationRule(
    value = "!has(self.egressTo) || self.egressTo.all(peer, has(peer.cidr))",
    message = "egressTo takes cidr only: a receiver is checked by its address")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NetworkPoliciesSpec(
    @JsonPropertyDescription("Whether network policies are written. Default: true.")
        @Nullable Boolean enabled,
    @Size(max = 20) @JsonPropertyDescription("Who may call the gateway. Default: anyone.")
        @Nullable List<NetworkPeer> ingressFrom,
    @Size(max = 20)
        @JsonPropertyDescription(
            "Private networks that webhooks may be delivered to, beside the internet. Default: none.")
        @Nullable List<NetworkPeer> egressTo) {}
