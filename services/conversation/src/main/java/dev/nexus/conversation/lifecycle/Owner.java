package dev.nexus.conversation.lifecycle;

import dev.nexus.common.identity.Caller;

/**
 * Whose conversation it is; nobody else can see it.
 *
 * @param tenantId the tenant
 * @param userId the token's subject
 */
public record Owner(String tenantId, String userId) {

  /** The caller as an owner. */
  public static Owner of(Caller caller) {
    return new Owner(caller.tenantId(), caller.id());
  }
}
