/** Keycloak operator: the fields of k8s.keycloak.org that we set. */
@NullMarked
package dev.nexus.operator.external.keycloak;

import org.jspecify.annotations.NullMarked;
