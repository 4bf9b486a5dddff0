package dev.nexus.common.error;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one exception that becomes an error body (protocol 2.1). Its message reaches the client. */
public final class NexusException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;
  private final int status;
  private final transient Map<String, String> metadata = new LinkedHashMap<>();
  private @Nullable String field;
  private @Nullable String details;

  /**
   * @param code the wire's code
   * @param message what went wrong and what to do, 1..1000 characters, no internals
   */
  public NexusException(ErrorCode code, String message) {
    this(code, code.status(), message);
  }

  /**
   * The same with another HTTP status, for those that have no code of their own (405, 413, 415).
   */
  public NexusException(ErrorCode code, int status, String message) {
    super(message, null, false, false); // becomes a body, never a stack trace
    this.code = code;
    this.status = status;
  }

  /** Names the field that is wrong, a dotted path of at most 100 characters. */
  public NexusException field(String path) {
    this.field = path;
    return this;
  }

  /** Adds an explanation of at most 5000 characters. */
  public NexusException details(String text) {
    this.details = text;
    return this;
  }

  /** Adds a key to {@code error.metadata}; values are strings on the wire, always. */
  public NexusException metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  public ErrorCode code() {
    return code;
  }

  public int status() {
    return status;
  }

  public Optional<String> field() {
    return Optional.ofNullable(field);
  }

  /** The error body for the given request. */
  public ErrorBody body(String requestId) {
    Map<String, String> all = new LinkedHashMap<>(metadata);
    all.put("request_id", requestId);
    return new ErrorBody(
        new ErrorBody.ErrorDetail(
            code.name(), code.type().name(), String.valueOf(getMessage()), field, details, all));
  }
}
