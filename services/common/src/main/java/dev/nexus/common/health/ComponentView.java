package dev.nexus.common.health;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * State of one component that a service needs.
 *
 * @param status {@code healthy}, {@code degraded} or {@code unhealthy}
 * @param latencyMs how long the check took, ms
 * @param message what is wrong, at most 500 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComponentView(String status, int latencyMs, @Nullable String message) {

  static final String HEALTHY = "healthy";
  static final String DEGRADED = "degraded";
  static final String UNHEALTHY = "unhealthy";

  @JsonIgnore
  boolean isUnhealthy() {
    return UNHEALTHY.equals(status);
  }
}
