package dev.nexus.operator.platform.desired;

import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.naming.Labels;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;

/** Metadata of the platform's objects: every one is labelled and owned. */
final class Metadata {

  private Metadata() {}

  /** An object of a service. */
  static ObjectMeta of(Settings settings, NexusService service) {
    return owned(settings, settings.names().of(service))
        .withLabels(
            Labels.versioned(
                settings.names().platform(), service.id(), settings.release().version()))
        .build();
  }

  /** An object whose labels no release changes. */
  static ObjectMeta stable(Settings settings, String name, String component) {
    return owned(settings, name)
        .withLabels(Labels.stable(settings.names().platform(), component))
        .build();
  }

  private static ObjectMetaBuilder owned(Settings settings, String name) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(settings.names().namespace())
        .withOwnerReferences(settings.owner());
  }
}
