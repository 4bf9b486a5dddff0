package dev.nexus.operator.api.v1alpha1;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** One whole install of the platform. */
@Group(NexusPlatform.GROUP)
@Version(NexusPlatform.VERSION)
@ShortNames("nxp")
@Categories("nexus")
@ValidationRule(
    value =
        "self.metadata.name.matches('^[a-z]([-a-z0-9]*[a-z0-9])?$') && self.metadata.name.size() <= 30",
    message =
        "the name of a NexusPlatform is a DNS label of at most 30 characters: objects are named after it")
@AdditionalPrinterColumn(name = "Phase", jsonPath = ".status.phase")
@AdditionalPrinterColumn(name = "Version", jsonPath = ".status.version.current")
@AdditionalPrinterColumn(name = "Ready", jsonPath = ".status.ready")
@AdditionalPrinterColumn(
    name = "Message",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].message")
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "Endpoint", jsonPath = ".status.endpoints.api", priority = 1)
public class NexusPlatform extends CustomResource<NexusPlatformSpec, NexusPlatformStatus>
    implements Namespaced {

  public static final String GROUP = "platform.nexus.dev";
  public static final String VERSION = "v1alpha1";
  private static final long serialVersionUID = 1L;
}
