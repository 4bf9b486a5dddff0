package dev.nexus.batch.execution;

import dev.nexus.common.identity.Caller;

/**
 * Whose batch it is; nobody else can see it.
 *
 * @param tenantId the tenant
 * @param userId the token's subject
 */
record Owner(String tenantId, String userId) {

  static Owner of(Caller caller) {
    return new Owner(caller.tenantId(), caller.id());
  }
}
