package dev.nexus.operator.api.v1alpha1;

/** The platform in one word. */
public enum Phase {
  /** Something that you have to do or repair is missing. */
  Pending,

  /** On its way to Ready. */
  Provisioning,

  /** Everything runs as asked. */
  Ready,

  /** It ran, and now a part does not. */
  Degraded
}
