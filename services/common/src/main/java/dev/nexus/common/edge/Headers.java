package dev.nexus.common.edge;

/** Names of the contract's HTTP headers (protocol 1.5, 1.8). */
public final class Headers {

  public static final String REQUEST_ID = "X-Request-ID";
  public static final String PROTOCOL_VERSION = "X-Protocol-Version";
  public static final String SERVER_VERSION = "X-Server-Version";
  public static final String PROCESSING_TIME = "X-Processing-Time";
  public static final String ERROR_CODE = "X-Error-Code";
  public static final String ERROR_TYPE = "X-Error-Type";
  public static final String RATE_LIMIT = "X-RateLimit-Limit";
  public static final String RATE_REMAINING = "X-RateLimit-Remaining";
  public static final String RATE_RESET = "X-RateLimit-Reset";

  private Headers() {}
}
