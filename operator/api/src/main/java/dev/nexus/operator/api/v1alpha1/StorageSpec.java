package dev.nexus.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;
import org.jspecify.annotations.Nullable;

/** A volume. */
@ValidationRule(
    value =
        "!has(oldSelf.size) || (has(self.size) && quantity(string(self.size)).compareTo(quantity(string(oldSelf.size))) >= 0)",
    message = "storage may only grow")
@ValidationRule(
    value =
        "has(self.storageClass) == has(oldSelf.storageClass) && (!has(self.storageClass) || self.storageClass == oldSelf.storageClass)",
    message = "storageClass cannot be changed")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StorageSpec(
    @JsonPropertyDescription("Size of the volume, for example 10Gi. May grow, never shrink.")
        @Nullable Quantity size,
    @JsonPropertyDescription("Storage class. Default: the cluster's. Cannot be changed.")
        @Nullable String storageClass) {}
