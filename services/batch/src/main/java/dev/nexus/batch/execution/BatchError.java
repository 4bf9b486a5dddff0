package dev.nexus.batch.execution;

import dev.nexus.common.error.ErrorCode;
import dev.nexus.common.error.ErrorType;

/** Errors of batches that no other feature has. */
enum BatchError implements ErrorCode {
  /** A used-up quota: waiting a moment does not help, so it is no 429 (protocol 2.4). */
  FORBIDDEN_RESOURCE(ErrorType.AUTHORIZATION_ERROR, 403);

  private final ErrorType type;
  private final int status;

  BatchError(ErrorType type, int status) {
    this.type = type;
    this.status = status;
  }

  @Override
  public ErrorType type() {
    return type;
  }

  @Override
  public int status() {
    return status;
  }
}
