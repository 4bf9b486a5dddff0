package dev.nexus.operator.api.v1alpha1;

/** How a PostgreSQL connection is secured, in libpq's terms. */
public enum SslMode {
  /** No TLS. */
  Disable,

  /** TLS without verification. */
  Require,

  /** TLS; certificate and host name are verified. */
  VerifyFull
}
