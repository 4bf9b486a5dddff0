package dev.nexus.operator.api.v1alpha1;

/** Whether services prove themselves to each other. */
public enum MtlsMode {
  /** Every call between services needs a client certificate. */
  Strict,

  /** Plain HTTP, no certificates. */
  Disabled
}
