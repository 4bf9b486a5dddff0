package dev.nexus.common.error;

/** The closed list of error types (protocol 2.2). */
public enum ErrorType {
  VALIDATION_ERROR,
  AUTHENTICATION_ERROR,
  AUTHORIZATION_ERROR,
  NOT_FOUND,
  CONFLICT,
  RATE_LIMIT_ERROR,
  INTERNAL_ERROR,
  EXTERNAL_ERROR,
  PROTOCOL_VERSION_ERROR
}
