/** Health, readiness, capacity and version as the contract shows them (protocol 3.1). */
@NullMarked
package dev.nexus.common.health;

import org.jspecify.annotations.NullMarked;
