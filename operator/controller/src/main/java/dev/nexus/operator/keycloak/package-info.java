/**
 * Keeps the realm nexus through Keycloak's admin API: what we set is compared, corrected when it
 * differs, and nothing else is touched.
 */
@NullMarked
package dev.nexus.operator.keycloak;

import org.jspecify.annotations.NullMarked;
