package dev.nexus.operator.api.v1alpha1;

/** A preset of sizes; what it resolved to is in status.effective. */
public enum Profile {
  /** Small and single: for a laptop or a test. */
  Development,

  /** Several of everything, spread and scaled. */
  Production
}
