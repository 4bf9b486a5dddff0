package dev.nexus.analytics.stats;

import dev.nexus.analytics.scope.Conditions;
import dev.nexus.analytics.scope.Scope;
import java.util.Optional;

/**
 * Which events are counted: of those that the scope may read, those that name the user and the
 * tenant.
 */
record StatsFilter(Scope scope, Optional<String> userId, Optional<String> tenantId) {

  Conditions conditions() {
    return Conditions.of(scope)
        .andIfPresent("user_id = ?", userId)
        .andIfPresent("tenant_id = ?", tenantId);
  }
}
