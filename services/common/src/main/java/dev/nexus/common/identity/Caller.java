package dev.nexus.common.identity;

import java.util.Optional;
import java.util.Set;

/**
 * The principal of a request, from its verified access token.
 *
 * @param id the token's subject
 * @param email the user's e-mail, absent for services
 * @param tenantId the tenant; {@value #DEFAULT_TENANT} for a user without one (protocol 3.0)
 * @param roles realm roles
 */
public record Caller(String id, Optional<String> email, String tenantId, Set<String> roles) {

  public static final String DEFAULT_TENANT = "default";

  /** Whether the caller may use what is the administrators' (protocol 3.0). */
  public boolean isAdmin() {
    return roles.contains("admin") || roles.contains("superuser");
  }
}
