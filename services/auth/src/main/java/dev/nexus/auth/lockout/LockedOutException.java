package dev.nexus.auth.lockout;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Too many wrong passwords; the text is the same whether or not the account exists. */
public final class LockedOutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int limit;
  private final transient Instant until;
  private final long seconds;

  /**
   * @param limit wrong passwords that are borne
   * @param until end of the lock
   * @param now before the end
   */
  LockedOutException(int limit, Instant until, Instant now) {
    super("locked out", null, false, false); // becomes a body, never a stack trace
    this.limit = limit;
    this.seconds = Math.max(1, Duration.between(now, until).plusNanos(999_999_999).toSeconds());
    this.until = now.plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Seconds to wait, at least 1. */
  long seconds() {
    return seconds;
  }

  /** The wire's error (protocol 2.4). */
  NexusException error() {
    return new NexusException(
            CommonError.RATE_LIMIT_EXCEEDED, "Too many failed logins: try again later")
        .metadata("limit", Integer.toString(limit))
        .metadata("remaining", "0")
        .metadata("reset_at", until.toString());
  }
}
