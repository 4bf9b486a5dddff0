package dev.nexus.operator.api.v1alpha1;

/** What becomes of the data when the platform is deleted. */
public enum DeletionPolicy {
  /** Databases, Redis and Keycloak stay and are adopted by a platform of the same name. */
  Retain,

  /** Everything goes. */
  Delete
}
