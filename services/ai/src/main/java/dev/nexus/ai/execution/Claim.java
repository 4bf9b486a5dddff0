package dev.nexus.ai.execution;

import java.util.UUID;

/**
 * The right to run an execution; whoever takes it over replaces the fence.
 *
 * @param execution the execution
 * @param fence tells this run from every other run of it
 */
record Claim(UUID execution, UUID fence) {

  static Claim of(UUID execution) {
    return new Claim(execution, UUID.randomUUID());
  }
}
