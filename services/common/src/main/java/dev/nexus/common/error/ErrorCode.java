package dev.nexus.common.error;

/** A code of the wire with its type and HTTP status; implemented by one enum per feature. */
public interface ErrorCode {

  /** The code as it stands on the wire, {@code [A-Z_]+}. */
  String name();

  /** The type it belongs to. */
  ErrorType type();

  /**
   * The HTTP status it is sent with. Clients repeat 408, 429, 500, 502, 503 and 504 by themselves.
   */
  int status();
}
