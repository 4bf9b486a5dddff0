/** CloudNativePG: the fields of postgresql.cnpg.io/v1 that we set. */
@NullMarked
package dev.nexus.operator.external.postgresql;

import org.jspecify.annotations.NullMarked;
