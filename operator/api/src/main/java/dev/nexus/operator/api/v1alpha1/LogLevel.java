package dev.nexus.operator.api.v1alpha1;

/** What is logged. */
public enum LogLevel {
  /** For finding a fault. */
  DEBUG,

  /** What happens. */
  INFO,

  /** What may need attention. */
  WARN,

  /** What failed. */
  ERROR
}
