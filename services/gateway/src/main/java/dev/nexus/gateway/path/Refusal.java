package dev.nexus.gateway.path;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;

/** What a client is told of a target that is not taken. Never repeats the target itself. */
final class Refusal {

  private Refusal() {}

  static NexusException because(String reason) {
    return new NexusException(
        CommonError.INVALID_FORMAT, "The request's target is not taken: " + reason);
  }
}
