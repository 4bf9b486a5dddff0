package dev.nexus.analytics.overload;

/** Thrown instead of taking on more work; becomes a 429 that says when to come again. */
public final class OverloadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int limit;

  OverloadException(String message, int limit) {
    super(message, null, false, false); // an answer, never a stack trace
    this.limit = limit;
  }

  /** How much is done at a time. */
  int limit() {
    return limit;
  }
}
