package dev.nexus.ai.execution;

import dev.nexus.common.error.ErrorCode;
import dev.nexus.common.error.ErrorType;

/** Errors of template execution. */
enum ExecutionError implements ErrorCode {
  EXECUTION_NOT_FOUND(ErrorType.NOT_FOUND, 404),
  /** A used-up quota: waiting a moment does not help, so it is no 429 (protocol 2.4). */
  FORBIDDEN_RESOURCE(ErrorType.AUTHORIZATION_ERROR, 403);

  private final ErrorType type;
  private final int status;

  ExecutionError(ErrorType type, int status) {
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
