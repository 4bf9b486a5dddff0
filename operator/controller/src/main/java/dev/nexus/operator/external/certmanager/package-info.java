/** cert-manager: the fields of cert-manager.io/v1 that we set. */
@NullMarked
package dev.nexus.operator.external.certmanager;

import org.jspecify.annotations.NullMarked;
