package dev.nexus.analytics.scope;

import dev.nexus.common.identity.Caller;

/**
 * The events that a principal may read: an administrator all of the tenant, everyone else those
 * that name the principal and those the principal logged (protocol 3.7). The tenant is always the
 * token's, whatever tenant an event names.
 */
public record Scope(String tenant, String principal, boolean all) {

  public static Scope of(Caller caller) {
    return new Scope(caller.tenantId(), caller.id(), caller.isAdmin());
  }
}
