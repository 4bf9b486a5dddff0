package dev.nexus.common.error;

/** The codes of protocol 2.2 that any feature may answer with. */
public enum CommonError implements ErrorCode {
  VALIDATION_FAILED(ErrorType.VALIDATION_ERROR, 400),
  INVALID_FORMAT(ErrorType.VALIDATION_ERROR, 400),
  MISSING_REQUIRED_FIELD(ErrorType.VALIDATION_ERROR, 400),
  INVALID_VALUE(ErrorType.VALIDATION_ERROR, 400),
  FIELD_TOO_LONG(ErrorType.VALIDATION_ERROR, 400),
  FIELD_TOO_SHORT(ErrorType.VALIDATION_ERROR, 400),
  PROTOCOL_VERSION_MISMATCH(ErrorType.PROTOCOL_VERSION_ERROR, 400),
  AUTHENTICATION_FAILED(ErrorType.AUTHENTICATION_ERROR, 401),
  INVALID_TOKEN(ErrorType.AUTHENTICATION_ERROR, 401),
  TOKEN_EXPIRED(ErrorType.AUTHENTICATION_ERROR, 401),
  TOKEN_MALFORMED(ErrorType.AUTHENTICATION_ERROR, 401),
  INSUFFICIENT_PERMISSIONS(ErrorType.AUTHORIZATION_ERROR, 403),
  RESOURCE_NOT_FOUND(ErrorType.NOT_FOUND, 404),
  ENDPOINT_NOT_FOUND(ErrorType.NOT_FOUND, 404),
  RESOURCE_CONFLICT(ErrorType.CONFLICT, 409),
  DUPLICATE_RESOURCE(ErrorType.CONFLICT, 409),
  RATE_LIMIT_EXCEEDED(ErrorType.RATE_LIMIT_ERROR, 429),
  INTERNAL_ERROR(ErrorType.INTERNAL_ERROR, 500),
  EXTERNAL_SERVICE_ERROR(ErrorType.EXTERNAL_ERROR, 502),
  SERVICE_UNAVAILABLE(ErrorType.EXTERNAL_ERROR, 503),
  TIMEOUT(ErrorType.EXTERNAL_ERROR, 504);

  private final ErrorType type;
  private final int status;

  CommonError(ErrorType type, int status) {
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
