package dev.nexus.operator.platform.settings;

import dev.nexus.operator.api.v1alpha1.NexusPlatform;
import dev.nexus.operator.api.v1alpha1.NexusPlatformSpec;

/** A platform without a spec has the empty one. */
final class Spec {

  private static final NexusPlatformSpec EMPTY =
      new NexusPlatformSpec(null, null, null, null, null, null, null, null, null, null);

  private Spec() {}

  static NexusPlatformSpec of(NexusPlatform platform) {
    return platform.getSpec() == null ? EMPTY : platform.getSpec();
  }
}
